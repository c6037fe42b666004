/** What docs/stand-in-blocks.md says; `node tests/playground/rules/page.ts` prints it. */
import { pathToFileURL } from 'node:url'
import { type Chapter, chapters } from './chapters.ts'

const head = `# What the stand-in takes of Block Kit

Before Rondo's stand-in for Slack takes a message, a modal or a Home, it holds it against the rules below, and refuses what Slack
would refuse. A refusal names the place by a JSON pointer, such as \`/blocks/0/text/text\`: look the block or element up here to
see which rule that was. The rules live in \`src/playground/server/validator/\`, this page is made from the examples in
\`tests/playground/rules/\` (\`node tests/playground/rules/page.ts > docs/stand-in-blocks.md\`), and a test compares the two.

## How far to trust it

Nothing here was tried against Slack itself, and Slack can change its mind. Where a rule comes from stands beside it:

- \`@slack/types …\`, \`docs.slack.dev/…\` and \`github.com/slackapi/…\`: Slack's own words, some of them read in a copy.
- *second-hand*: somebody else's list, or a note of ours about a page that was not read again.
- *guess*: nobody wrote it down; we took what seemed safe.

Where sources differ the stand-in takes the narrower, so it may refuse what Slack would take. The other way round is possible
too: it looks at no scopes, no unfurl domains, no files and no ids of people or channels. Known doubts:

- Slack's codes \`failed_constraint\` and \`missing_field\` and its constraints \`enum\`, \`min_length\`, \`max_length\`, \`max_items\`
  and \`all_of\` are Slack's words; the other names of constraints are guesses in the same manner.
- Slack says of \`blocks.validate\` that the pointers of \`blocks\` start at the first block (\`/0/text\`); ours start at \`/blocks\`,
  as they do in the answers of \`chat.postMessage\`. Slack's own people found that it refuses \`text\` in \`message\`
  (slackapi/java-slack-sdk#1622); ours takes a whole message.
- Not settled: alerts in messages, inputs in messages (and so in containers), charts, containers and data tables in
  the Home, 101 or 201 rows in a data table, 6 or 12 series and segments in a chart, 75 or 150 characters in the value of an
  option, how large metadata may be.
- Blocks and fields younger than @slack/types 3.2.0 are refused, such as the \`subtext\` of a card; \`data_visualization\` is the
  exception.

## Always

| rule | source |
|---|---|
| A field holds one kind of value, and takes no other. | @slack/types 3.2.0 |
| A field that is not documented is refused. | github.com/slackapi/java-slack-sdk/pull/1622 |
| An object that is told apart by its \`type\` has one. | docs.slack.dev/reference/methods/blocks.validate |
`

/** The whole page. */
export function rulesPage(): string {
  return [head, ...chapters.map(chapterText)].join('\n')
}

/** Rows that say the same stand there once. */
function chapterText({ title, rows }: Chapter): string {
  const lines = new Set(rows.map(({ rule, source }) => `| ${rule} | ${source} |`))
  return [`## ${title}`, '', '| rule | source |', '|---|---|', ...lines, ''].join('\n')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(rulesPage())
