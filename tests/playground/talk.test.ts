import { expect, it } from 'vitest'
import { useDesk } from './desk.ts'

const desk = useDesk()

it('posts what a person types, as Slack writes it', () => {
  const message = desk.anna.say('Hi @bram, see #open & "x" <3', { in: 'open' })
  expect(message).toMatchObject({
    user: 'U0ANNA0001',
    team: 'T0PLAY0001',
    text: 'Hi <@U0BRAM0001>, see <#C0OPEN0001|> &amp; "x" &lt;3',
    client_msg_id: expect.any(String),
    blocks: [{ type: 'rich_text' }],
  })
})

it('takes a reply to a reply to the root of the thread', () => {
  const root = desk.anna.say('Root', { in: 'open' })
  const reply = desk.slack.person('bram').say('Reply', { thread: root })
  const second = desk.anna.say('Reply to the reply', { thread: reply })
  expect(second.thread_ts).toBe(root.ts)
  expect(desk.slack.thread('open', root.ts)[0]).toMatchObject({
    reply_count: 2,
    reply_users: ['U0BRAM0001', 'U0ANNA0001'],
  })
})

it('posts only where the person is, and where anything can be posted', () => {
  expect(() => desk.slack.person('bram').say('x', { in: 'private' })).toThrow('bram is not in private')
  expect(() => desk.anna.say('x', { in: 'open', thread: '1.000001' })).toThrow('no such thread')
  desk.slack.archive('open')
  expect(() => desk.anna.say('x', { in: 'open' })).toThrow('archived')
})

it('talks to the app in a DM when no channel is named', () => {
  desk.anna.say('Hello')
  expect(desk.anna.directMessages().map((one) => one.text)).toEqual(['Hello'])
  expect(desk.slack.person('bram').directMessages()).toEqual([])
})

it('leaves messages that were handed out as they were', () => {
  const root = desk.anna.say('Root', { in: 'open' })
  desk.anna.say('Reply', { thread: root })
  expect(root.reply_count).toBeUndefined()
  expect(desk.slack.messages('open')[0]?.reply_count).toBe(1)
})
