/** What README.md and .env.example say about the configuration; `node tests/support/config-text.ts` prints both. */
import { pathToFileURL } from 'node:url'
import { configReference } from '../../src/platform/config.ts'

/** The table of README.md. */
export function configTable(): string {
  const rows = configReference().map(({ name, default: fallback, meaning, required }) => {
    return `| \`${name}\` | ${required ? '**required**' : fallback ? `\`${fallback}\`` : ''} | ${meaning} |`
  })
  return ['| variable | default | meaning |', '|---|---|---|', ...rows, ''].join('\n')
}

/** The whole of .env.example: what must be filled in stands open, what need not be is commented out. */
export function envExample(): string {
  const asked = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']
  const entries = configReference().map(({ name, default: fallback = '', meaning }) => {
    return `# ${meaning.replaceAll('`', '')}.\n${asked.includes(name) ? '' : '# '}${name}=${fallback}\n`
  })
  const head =
    '# Copy this file to .env and fill in the two tokens; README.md says where they come from.\n' +
    '# Any of these can be given as a file instead: SLACK_BOT_TOKEN_FILE=/run/secrets/bot-token\n'
  return [head, ...entries].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.stdout.write(`${configTable()}\n${envExample()}`)
