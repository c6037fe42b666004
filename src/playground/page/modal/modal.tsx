import { useEffect, useRef, useState } from 'preact/hooks'
import { wordsOf } from '../../json.ts'
import { useActions } from '../actions.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { troubleIn } from '../elements/trouble.ts'
import { PlaceProvider, usePlaceAt } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { Mark } from '../shared/avatar.tsx'
import { TextObject } from '../text/text-object.tsx'
import type { View } from '../wire.ts'
import { firstOf, firstWrong } from './focus.ts'
import { isLoading } from './loading.ts'
import { words } from './words.ts'

interface ModalProps {
  view: View
  /** Whether it is the one that is seen. The others keep what was typed in them. */
  front: boolean
  /** What its title is called, for the dialog around it. */
  title: string | undefined
}

/** One modal of the stack. */
export function Modal({ view, front, title }: ModalProps) {
  const own = useWords(words)
  const { language } = useReading()
  const { act } = useActions()
  const form = useRef<HTMLFormElement>(null)
  const { errors, waiting, trouble, submit, tries, untold } = useSubmission(view)
  const place = usePlaceAt({
    surface: 'modal',
    where: { in: 'view', id: view.id },
    values: view.values,
    errors,
    blocks: view.blocks,
  })
  untold.current = place.untold
  const note = useFocus(form, { front, hash: view.hash, errors, tries })

  const busy = waiting || place.busy !== undefined
  const close = (all: boolean) => void act({ do: 'close', view: view.id, all })
  const closeWords = wordsOf(view.close) || (view.submit ? own.cancel : own.shut)
  return (
    <form
      ref={form}
      class="modal-view"
      hidden={!front}
      noValidate
      aria-busy={busy}
      onFocusIn={note}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <header class="modal-head">
        <span class="modal-mark">
          <Mark />
        </span>
        <h2 id={title}>
          <TextObject text={view.title} />
        </h2>
        <button type="button" class="modal-close" aria-label={own.closeAll} onClick={() => close(true)}>
          <svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8">
            <path d="m5 5 10 10M15 5 5 15" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {(busy || isLoading(view)) && <div class="modal-progress" role="progressbar" aria-label={own.waiting} />}
      <div class="modal-body">
        <PlaceProvider value={place}>
          <Blocks blocks={view.blocks} />
        </PlaceProvider>
      </div>
      {trouble !== undefined && (
        <p class="modal-trouble" role="alert">
          {troubleIn(language, trouble)}
        </p>
      )}
      <footer class="modal-foot">
        <button type="button" class="button" onClick={() => close(false)}>
          {closeWords}
        </button>
        {view.submit && (
          <button type="submit" class="button" data-style="primary" data-busy={waiting} aria-disabled={waiting}>
            {wordsOf(view.submit) || own.submit}
          </button>
        )}
      </footer>
    </form>
  )
}

/** Sends a view, once at a time, and keeps what is said about it. */
function useSubmission(view: View) {
  const { act } = useActions()
  const untold = useRef<ReturnType<typeof usePlaceAt>['untold']>(() => [])
  const sending = useRef(false)
  const [waiting, setWaiting] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [tries, setTries] = useState(0)
  // The outcome may come before the view in which the server notes the same.
  const [told, setTold] = useState<{ hash: string; errors: Record<string, string> }>()
  const known = Object.keys(view.errors).length > 0 || told?.hash !== view.hash ? view.errors : told.errors
  const submit = async () => {
    if (sending.current || !view.submit) return
    sending.current = true
    setWaiting(true)
    setTrouble(undefined)
    setTold(undefined)
    const outcome = await act({ do: 'submit', view: view.id, filled: untold.current() })
    sending.current = false
    setWaiting(false)
    setTrouble(outcome.ok ? outcome.trouble : outcome.why)
    if (!outcome.ok || !outcome.errors) return
    setTold({ hash: view.hash, errors: outcome.errors })
    setTries((count) => count + 1)
  }
  return { errors: known, waiting, trouble, submit, tries, untold }
}

interface Focusing {
  front: boolean
  hash: string
  errors: Record<string, string>
  /** Counts the times that something was found wrong. */
  tries: number
}

/**
 * Puts the focus where one goes on: at the first field, at the first wrong one, or where one was before another view came.
 * @returns notes where the focus is
 */
function useFocus(form: { current: HTMLFormElement | null }, { front, hash, errors, tries }: Focusing) {
  const last = useRef<HTMLElement>(null)
  const arrived = useRef(false)
  // Where it was put when there was nothing to fill in yet: it goes on to the first field once there is one.
  const waiting = useRef<Element>(null)
  useEffect(() => {
    const here = form.current
    if (!front || !here) return
    const now = document.activeElement
    const fresh = !arrived.current || now === waiting.current
    if (!fresh && here.contains(now)) return
    const before = last.current
    if (!fresh && before?.isConnected && here.contains(before)) before.focus()
    else firstOf(here)?.focus()
    arrived.current = true
    const put = document.activeElement
    waiting.current = put?.closest('.elements') ? null : put
    // A view with new contents may have lost the field one was in.
  }, [front, hash])
  useEffect(() => {
    if (tries > 0 && form.current) firstWrong(form.current, errors)?.focus()
  }, [tries])
  return ({ target }: Event) => {
    if (target instanceof HTMLElement) last.current = target
  }
}
