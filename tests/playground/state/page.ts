/** What docs/stand-in-state.md says; `node tests/playground/state/page.ts` prints it. */
import { pathToFileURL } from 'node:url'
import { methodNames } from '../../../src/playground/server/api/index.ts'
import type { StateRule } from './rule.ts'
import { ruleChapters, stateRules } from './rules.ts'

const head = (rules: number, guessed: number) => `# How the stand-in behaves

The playground and the tests run against a stand-in for Slack (\`src/playground/server\`). It knows ${methodNames.length} methods of the Web API
and the ${rules} rules below, about everything but the contents of blocks (those are in \`stand-in-blocks.md\`). Look here when you wonder why
it refused something, or what it told the app.

Each rule has an example that is accepted and one that is refused, or where it does not hold; a test plays both, each on a fresh
stand-in, and wants such an example for every error that a method can answer. The rules are in \`tests/playground/state/rules/\`; this page is
made from them.

**${guessed} rules are guessed**: Slack's behaviour there is not known to us, or known only second-hand, and we chose. Do not build on those
without a look at a real workspace.

Errors that Slack documents and that no state of the stand-in leads to (\`internal_error\`, \`update_failed\`, \`fetch_members_failed\`,
\`too_many_members\`, \`ekm_access_denied\` and their like) come from a fault: \`slack.fault({ method, kind: 'error', error })\`. A method
that refuses with an error it does not declare breaks the stand-in, so that a test notices.

Sources: \`M:x\` is the page of the method \`x\` on docs.slack.dev, \`Mcommon\` the errors that every method has, \`D/x\` the page
docs.slack.dev/x, \`java:\` the sample payloads of the Java SDK, \`slack.md\` our notes on the platform.
`

/** The whole page. */
export function statePage(): string {
  const guessed = stateRules.filter((one) => one.guessed).length
  const chapters = Object.entries(ruleChapters).map(([title, rules]) =>
    [`## ${title}\n`, '| rule | error | source |', '|---|---|---|', ...rules.map(row), ''].join('\n'),
  )
  return [head(stateRules.length, guessed), ...chapters].join('\n')
}

function row({ rule, error, source, guessed }: StateRule): string {
  return `| ${cell(rule)} | ${error ? `\`${error}\`` : ''} | ${guessed ? '**guessed**: ' : ''}${cell(source)} |`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(statePage())
