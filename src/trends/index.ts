import type { Feature } from '../platform/feature.ts'
import { help } from './export/messages.ts'
import { exportAll } from './export/slack.ts'
import type { TrendNeeds } from './needs.ts'

/** What happened between the two teams over time, and all of it as files. */
export function trends(needs: TrendNeeds): Feature {
  return {
    name: 'trends',
    words: [
      {
        words: { en: ['export'], nl: ['export', 'exporteren', 'exporteer'] },
        help,
        may: needs.may,
        run: (command) => exportAll(command, needs),
      },
    ],
  }
}
