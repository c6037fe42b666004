import type { StateRule } from '../rule.ts'
import { noTs, nowhere, open, type Stage } from '../stage.ts'

const F = 'M:chat.unfurl'
const url = 'https://example.com/lead?a=1&b=2'

/** Anna shares a link, and the app shows what is behind it. */
const unfurls =
  (args: object, said = url) =>
  async (stage: Stage) => {
    const { ts } = stage.slack.person('anna').say(said, { in: 'open' })
    return stage.call('chat.unfurl', { channel: open, ts, unfurls: { [url]: { text: 'A lead' } }, ...args })
  }
/** By what the event said of the message. */
const unfurlsByEvent = (args: object) => async (stage: Stage) => {
  await stage.trigger()
  stage.slack.person('anna').say(url, { in: 'open' })
  const [event] = await stage.told('link_shared')
  const { unfurl_id, source } = event ?? {}
  return stage.call('chat.unfurl', { unfurl_id, source, unfurls: { [url]: { text: 'A lead' } }, ...args })
}

export const unfurlingRules: StateRule[] = [
  {
    rule: 'there is something to show',
    source: `${F} missing_unfurls`,
    error: 'missing_unfurls',
    accepted: unfurls({}),
    refused: unfurls({ unfurls: undefined }),
  },
  {
    rule: 'what is shown stands under its address',
    source: `${F} invalid_unfurls_format`,
    error: 'invalid_unfurls_format',
    accepted: unfurls({}),
    refused: unfurls({ unfurls: ['x'] }),
  },
  {
    rule: 'what is shown is an attachment',
    source: `${F} cannot_parse_attachment`,
    error: 'cannot_parse_attachment',
    accepted: unfurls({}),
    refused: unfurls({ unfurls: { [url]: 'x' } }),
  },
  {
    rule: 'only an app with domains shows what is behind links',
    source: `${F} cannot_find_service`,
    error: 'cannot_find_service',
    accepted: unfurls({}),
    refused: (stage) => {
      stage.workspace.bot.unfurlDomains = []
      return unfurls({})(stage)
    },
  },
  {
    rule: 'the message with the link is named by its channel',
    source: `${F} missing_channel`,
    error: 'missing_channel',
    accepted: unfurls({}),
    refused: unfurls({ channel: undefined }),
  },
  {
    rule: 'the message with the link is named by its ts',
    source: `${F} missing_ts`,
    error: 'missing_ts',
    accepted: unfurls({}),
    refused: unfurls({ ts: undefined }),
  },
  {
    rule: 'links are shown in a channel that the app is in',
    source: `${F} cannot_find_channel`,
    error: 'cannot_find_channel',
    accepted: unfurls({}),
    refused: async (stage) => [
      await unfurls({ channel: nowhere })(stage),
      await unfurls({ channel: 'C0AWAY0001' })(stage),
    ],
  },
  {
    rule: 'links are shown under a message that is there',
    source: `${F} cannot_find_message`,
    error: 'cannot_find_message',
    accepted: unfurls({}),
    refused: unfurls({ ts: noTs }),
  },
  {
    rule: 'only a link of the message itself is shown',
    source: `${F} cannot_unfurl_url`,
    error: 'cannot_unfurl_url',
    accepted: unfurls({}),
    refused: unfurls({}, 'https://example.com/other'),
  },
  {
    rule: 'an unfurl_id comes with its source',
    source: `${F} missing_source`,
    error: 'missing_source',
    accepted: unfurlsByEvent({}),
    refused: unfurlsByEvent({ source: undefined }),
  },
  {
    rule: 'a source comes with its unfurl_id',
    source: `${F} missing_unfurl_id`,
    error: 'missing_unfurl_id',
    accepted: unfurlsByEvent({}),
    refused: unfurlsByEvent({ unfurl_id: undefined }),
  },
  {
    rule: 'a link was typed in the composer or stands in a conversation',
    source: `${F} invalid_source`,
    error: 'invalid_source',
    accepted: unfurlsByEvent({}),
    refused: unfurlsByEvent({ source: 'elsewhere' }),
  },
  {
    rule: 'an unfurl_id is one that an event brought',
    source: `${F} invalid_unfurl_id`,
    error: 'invalid_unfurl_id',
    accepted: unfurlsByEvent({}),
    refused: unfurlsByEvent({ unfurl_id: 'x' }),
  },
]
