import { allCases, describeCrashes } from '../../support/delivery-crashes.ts'

describeCrashes('postgres', allCases)
