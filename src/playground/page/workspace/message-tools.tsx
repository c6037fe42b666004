import { useActions } from '../actions.ts'
import { addressOf } from '../address.ts'
import { useWords } from '../reading.ts'
import { SpotLink } from '../shared/spot-link.tsx'
import type { Message } from '../wire.ts'
import { EmojiPicker } from './emoji-picker.tsx'
import { Icon } from './icons.tsx'
import { personOf } from './names.ts'
import { MenuItem, Popup } from './popup.tsx'
import { isNotice } from './rows.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

/** What can be done with a message. @param more whether the menu is open from the beginning */
export function MessageTools({ message, setting, more }: { message: Message; setting: Setting; more: boolean }) {
  const said = useWords(words)
  const { name } = personOf(setting.reading, message.user, said.someone)
  const { channel, ts } = message
  const root = message.thread_ts ?? ts
  return (
    <div class="message-tools" role="toolbar" aria-label={said.message.tools(name)}>
      {setting.open && <ReactButton message={message} />}
      {setting.open && !setting.thread && !isNotice(message) && (
        <SpotLink
          spot={{ to: 'channel', channel, thread: root }}
          class="workspace-tool"
          aria-label={said.message.reply}
          title={said.message.reply}
        >
          <Icon name="reply" />
        </SpotLink>
      )}
      <Popup label={said.message.more} face={<Icon name="more" />} open={more}>
        {(close) => <MessageMenu message={message} setting={setting} close={close} />}
      </Popup>
    </div>
  )
}

/** Opens the emoji, and puts the chosen one under the message. */
export function ReactButton({ message, class: look }: { message: Message; class?: string }) {
  const said = useWords(words)
  const { act } = useActions()
  const { channel, ts } = message
  return (
    <Popup label={said.message.react} face={<Icon name="smile" />} has="dialog" class={look}>
      {(close) => (
        <EmojiPicker
          choose={(emoji) => {
            close()
            void act({ do: 'react', channel, ts, emoji })
          }}
        />
      )}
    </Popup>
  )
}

function MessageMenu({ message, setting, close }: { message: Message; setting: Setting; close: () => void }) {
  const said = useWords(words).message
  const { act, go, notify } = useActions()
  const { channel, ts, thread_ts } = message
  const run = async (id: string) => {
    close()
    const outcome = await act({ do: 'messageShortcut', channel, ts, id })
    if (outcome.ok && outcome.trouble) notify(outcome.trouble)
  }
  const copy = async () => {
    close()
    const thread = thread_ts === ts ? undefined : thread_ts
    const link = new URL(addressOf({ to: 'channel', channel, at: ts, thread }), location.href).href
    try {
      await navigator.clipboard.writeText(link)
      notify(said.copied)
    } catch {
      notify(said.notCopied(link))
    }
  }
  return (
    <>
      {setting.open && !setting.thread && !isNotice(message) && (
        <MenuItem
          onChoose={() => {
            close()
            go({ to: 'channel', channel, thread: thread_ts ?? ts })
          }}
        >
          {said.reply}
        </MenuItem>
      )}
      <MenuItem onChoose={copy}>{said.copyLink}</MenuItem>
      {setting.shortcuts.length > 0 && <hr class="popup-rule" />}
      {setting.shortcuts.map(({ id, name }) => (
        <MenuItem key={id} onChoose={() => run(id)}>
          {name}
        </MenuItem>
      ))}
    </>
  )
}
