import type { Row } from './row.ts'

const answer = 'src/platform/delivery/answer.ts'
const client = 'src/platform/slack/client.ts'

const answering = 'tests/platform/delivery/answer.test.ts'
const calling = 'tests/platform/slack/client.test.ts'

/** What Slack answers, and how often it is asked. */
export const answerRows: readonly Row[] = [
  {
    test: 'T17',
    promise: 'Every code of Slack is decided on; of one that nobody knows it is not known whether it happened.',
    mutants: [
      {
        kills: 'a code that nobody knows is tried again',
        changes: [
          {
            file: answer,
            find: "return { class: 'unsure', code: /^[a-z_]",
            replace: "return { class: 'later', code: /^[a-z_]",
          },
        ],
        by: answering,
        sees: [
          'a_code_that_slack_may_yet_invent: unsure',
          'fatal_error: unsure',
          'never passes on an answer that is no code',
        ],
      },
      {
        kills: 'an HTTP status is tried again',
        changes: [
          {
            file: answer,
            find: `return { class: 'unsure', code: \`http_\${status}\``,
            replace: `return { class: 'later', code: \`http_\${status}\``,
          },
        ],
        by: answering,
        sees: ['is unsure about every HTTP status'],
      },
      {
        kills: 'a connection that broke is tried again',
        changes: [
          {
            file: answer,
            find: "? 'later' : 'unsure', code, ...down }",
            replace: "? 'later' : 'later', code, ...down }",
          },
        ],
        by: answering,
        sees: ['ECONNRESET: the request may have arrived', 'UND_ERR_BODY_TIMEOUT: the request may have arrived'],
      },
      {
        kills: 'a code is forgotten',
        changes: [{ file: answer, find: "    'ekm_access_denied',\n", replace: '' }],
        by: answering,
        sees: ['ekm_access_denied: recipient'],
      },
    ],
  },
  {
    test: 'T18',
    promise: 'A call is one request, whatever becomes of its answer.',
    mutants: [
      {
        kills: 'the package repeats as it does by default',
        changes: [{ file: client, find: '    retryConfig: { retries: 0 },\n', replace: '' }],
        by: calling,
        sees: [
          'the client to post with asks once, whatever goes wrong: drop',
          'the client to post with asks once, whatever goes wrong: fail',
        ],
      },
      {
        kills: 'the package sleeps through a pause in memory, as it does by default',
        changes: [{ file: client, find: '    rejectRateLimitedCalls: true,\n', replace: '' }],
        by: calling,
        sees: ['the client to post with asks once, whatever goes wrong: limit'],
      },
      {
        kills: 'the package waits for ever, as it does by default',
        changes: [{ file: client, find: '    timeout: 10_000,\n', replace: '' }],
        by: calling,
        sees: ['tries once, as long as a delivery counts on'],
      },
    ],
  },
]
