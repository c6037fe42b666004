/**
 * `npm run bench` measures everything; `npm run bench -- storm schedules` only that. `--rounds 5`, `--engine sqlite`,
 * `--statements`, `--batch 200` (requests at once), `--slow 0.01` (that share of Slack's answers takes five seconds) and
 * smaller sizes (`--partnerships 50`, `--schedules 1000`) are for a closer look.
 */
import { benchAcknowledging } from './acknowledging.ts'
import { createDatabases, type Databases } from './databases.ts'
import { benchHome } from './home.ts'
import { type Options, readOptions } from './options.ts'
import { benchPage } from './page.ts'
import { benchSchedules } from './schedules.ts'
import { benchStorm } from './storm.ts'

const parts: Record<string, (databases: Databases, options: Options) => Promise<void>> = {
  acknowledging: benchAcknowledging,
  storm: benchStorm,
  schedules: benchSchedules,
  page: benchPage,
  home: benchHome,
}

const options = readOptions(process.argv.slice(2))
const unknown = options.parts.filter((part) => !(part in parts))
if (unknown.length > 0) throw new Error(`There is no "${unknown.join(', ')}": ${Object.keys(parts).join(', ')}.`)
const databases = createDatabases()
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (options.parts.length === 0 || options.parts.includes(name)) await measure(databases, options)
  }
} finally {
  await databases.remove()
}
