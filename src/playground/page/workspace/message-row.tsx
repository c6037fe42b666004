import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message } from '../wire.ts'
import { MessageTools } from './message-tools.tsx'
import { Notice } from './notice.tsx'
import { isNotice } from './rows.ts'
import { Said } from './said.tsx'
import type { Setting } from './setting.ts'

const longPressMs = 500

/** One message, with its tools while it is pointed at or has the focus. Only the tools are drawn anew by that. */
export function MessageRow(props: { message: Message; headed: boolean; setting: Setting; shown: boolean }) {
  const { message, headed, setting, shown } = props
  const [hovered, setHovered] = useState(false)
  const [focused, setFocused] = useState(false)
  /** How often it was pressed long since it has the focus: each time opens the menu anew. */
  const [pressed, setPressed] = useState(0)
  const press = useRef<ReturnType<typeof setTimeout>>(undefined)
  const body = useMemo(
    () =>
      isNotice(message) ? <Notice message={message} setting={setting} /> : <Said {...{ message, headed, setting }} />,
    [message, headed, setting],
  )
  const row = useRef<HTMLElement>(null)
  const held = row.current?.contains(document.activeElement)
  useLayoutEffect(() => {
    // What had the focus may be gone from the message as it is now.
    if (held && document.activeElement === document.body) row.current?.focus({ preventScroll: true })
  }, [message])
  const calm = () => clearTimeout(press.current)
  return (
    <article
      class="message"
      ref={row}
      tabIndex={-1}
      data-key={`message ${message.ts}`}
      data-ts={message.ts}
      data-headed={headed}
      data-shown={shown}
      onPointerEnter={({ pointerType }) => setHovered(pointerType === 'mouse')}
      onPointerLeave={() => {
        setHovered(false)
        calm()
      }}
      onPointerDown={({ pointerType }) => {
        if (pointerType === 'mouse') return
        press.current = setTimeout(() => setPressed((count) => count + 1), longPressMs)
      }}
      onPointerUp={calm}
      onPointerCancel={calm}
      onContextMenu={(event) => {
        if (pressed > 0) event.preventDefault()
      }}
      onFocusIn={() => setFocused(true)}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
        setFocused(false)
        setPressed(0)
      }}
    >
      {body}
      {(hovered || focused || pressed > 0) && message.subtype !== 'tombstone' && (
        <MessageTools key={pressed} message={message} setting={setting} more={pressed > 0} />
      )}
    </article>
  )
}
