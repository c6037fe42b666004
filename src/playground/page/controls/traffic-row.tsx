import { useEffect, useRef, useState } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { useWords } from '../reading.ts'
import type { Exchange } from '../wire.ts'
import { complaintOf } from './complaint.ts'
import { Icon } from './icon.tsx'
import { JsonView } from './json-view.tsx'
import { words } from './words.ts'

/** One exchange: what, which way, how it went; opened, all of it. @param when its time in the reader's words */
export function TrafficRow({ exchange, when }: { exchange: Exchange; when: string }) {
  const { traffic } = useWords(words)
  const [open, setOpen] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const { at, from, what, request, answer, status } = exchange
  const complaint = complaintOf(exchange)
  return (
    <li class="traffic-row" ref={row} data-complaint={complaint !== undefined} data-open={open}>
      <button type="button" class="traffic-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of="fold" />
        <time dateTime={new Date(at).toISOString()}>{when}</time>
        <span class="traffic-way" data-from={from}>
          {from === 'app' ? traffic.toSlack : traffic.toApp}
        </span>
        <span class="traffic-what">{what}</span>
        <span class="traffic-end">{complaint ?? (status === undefined || status === 200 ? traffic.ok : status)}</span>
      </button>
      {open && (
        <div class="traffic-whole">
          <Side name={traffic.request} value={request} />
          <Side name={traffic.answer} value={answer} />
        </div>
      )}
    </li>
  )
}

function Side({ name, value }: { name: string; value: unknown }) {
  const { traffic } = useWords(words)
  const { notify } = useActions()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(JSON.stringify(value, null, 2))
      notify(traffic.copied)
    } catch {
      notify(traffic.notCopied)
    }
  }
  return (
    <section aria-label={name}>
      <header>
        <h2 class="controls-head">{name}</h2>
        {value !== undefined && (
          <button type="button" class="button" data-size="tiny" onClick={() => void copy()}>
            {traffic.copy}
          </button>
        )}
      </header>
      {value === undefined ? <p class="controls-hint">{traffic.none}</p> : <JsonView value={value} />}
    </section>
  )
}
