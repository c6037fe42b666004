import { allCases, describeCrashes } from '../../support/delivery-crashes.ts'

describeCrashes('sqlite', allCases)
describeCrashes(
  'postgres',
  allCases.filter((_, index) => index % 4 === 0),
)
