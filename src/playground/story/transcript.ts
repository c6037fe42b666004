import { indented } from '../plain/layout.ts'
import type { Slack } from '../server/start.ts'
import type { Ephemeral, Message, View } from '../server/workspace.ts'
import { cast, type Role } from './cast.ts'

type Seen = Message | Ephemeral | View

export interface Transcript {
  /** A new chapter, with its time. */
  chapter(title: string): void
  /** Somebody does something, or several do. */
  does(names: string | readonly string[], what: string): void
  /** Shows somebody something that they have in front of them. */
  shows(name: string, thing: Seen, where: string): void
  /** Shows what has appeared since it last did: posts and replies in channels, then each person's direct messages. */
  news(): void
}

const languages = new Map([
  ['nl-NL', 'Dutch'],
  ['en-GB', 'English'],
])

/** Channels are shown as somebody in London reads them. */
const channelReader = 'priya'

/** Tells what happens in the stand-in, as each person reads it: in their own language and zone. */
export function transcriptOf(slack: Slack, print: (line: string) => void): Transcript {
  const known = new Map<string, string>()

  function show(who: string, texts: string[]): void {
    for (const text of texts) print(`\n${who}:\n${indented(text)}`)
  }

  /** What is new since the last look: whole messages, and the lines that changed in those known already. */
  function fresh(messages: Message[], reader: string): string[] {
    return messages.flatMap((message) => {
      const key = `${message.channel} ${message.ts}`
      const before = known.get(key)
      const text = slack.plain(message, reader)
      known.set(key, text)
      if (before === text) return []
      if (before !== undefined) return [`(changed) ${newLines(before, text)}`]
      return [message.thread_ts === undefined || message.thread_ts === message.ts ? text : `(in the thread) ${text}`]
    })
  }

  return {
    chapter(title) {
      print(`\n━━ ${title} ${'━'.repeat(Math.max(0, 76 - title.length))}`)
    },
    does(names, what) {
      print(
        `\n· ${[names]
          .flat()
          .map((name) => roleOf(name).realName)
          .join(', ')} ${what}`,
      )
    },
    shows(name, thing, where) {
      show(`${described(roleOf(name))} ${where}`, [slack.plain(thing, name)])
    },
    news() {
      for (const channel of slack.workspace.channels.values()) {
        if (channel.kind === 'im') continue
        for (const message of slack.messages(channel.id))
          show(`#${channel.name}, ${writerOf(slack, message)}`, fresh([message], channelReader))
      }
      const letters = cast.flatMap((role) =>
        fresh(slack.person(role.name).directMessages(), role.name).map((text) => ({ role, text })),
      )
      for (const group of Map.groupBy(letters, ({ role, text }) => text.replaceAll(firstNameOf(role), '…')).values()) {
        const [first] = group
        const names = [...new Set(group.map(({ role }) => role.realName))].join(', ')
        if (first) show(`Direct message to ${names} (${languageOf(first.role)})`, [first.text])
      }
    },
  }
}

function roleOf(name: string): Role {
  const role = cast.find((one) => one.name === name)
  if (!role) throw new Error(`Nobody in the story is called ${name}.`)
  return role
}

const writerOf = ({ bot, workspace }: Slack, { user }: Message): string =>
  user === bot.userId ? 'Rondo' : (workspace.users.get(user)?.realName ?? user)

const languageOf = ({ locale = '' }: Role): string => languages.get(locale) ?? 'English'

const described = (role: Role): string => `${role.realName} (${role.side}, ${languageOf(role)})`

const firstNameOf = ({ realName }: Role): string => realName.split(' ')[0] ?? realName

function newLines(before: string, now: string): string {
  const old = new Set(before.split('\n'))
  const [title = '', ...rest] = now.split('\n')
  return [title, ...rest.filter((line) => !old.has(line))].join('\n')
}
