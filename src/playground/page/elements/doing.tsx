import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'
import { isJson, type Json, wordsOf } from '../../json.ts'
import { Dialog } from '../modal/dialog.tsx'
import { usePlace } from '../place.tsx'
import { useReading, useWords } from '../reading.ts'
import { TextObject } from '../text/text-object.tsx'
import type { Outcome } from '../wire.ts'
import type { ElementProps } from './props.ts'
import { troubleIn } from './trouble.ts'
import { words } from './words.ts'

/** What a person does with one element. */
export interface Doing {
  /** The app has not answered yet. */
  busy: boolean
  /** Belongs beneath the element: the question before it is done, and what went wrong. */
  aside: ComponentChildren
  /** Presses it, once at a time. @param option of an overflow menu @param then done with it, once it was really pressed */
  press(option?: string, then?: () => void): void
  /** Fills it in, and tells the app where it hears of it at once. @param undo when the person changes their mind */
  give(given: unknown, undo?: () => void): void
}

interface Question {
  go(): void
  undo?: (() => void) | undefined
}

/** Does things with an element, after asking where the app wants that. */
export function useDoing({ block, element, tells = true }: ElementProps): Doing {
  const place = usePlace()
  const { language } = useReading()
  const [question, setQuestion] = useState<Question>()
  const [trouble, setTrouble] = useState<string>()
  const pressing = useRef(false)
  const confirm = isJson(element.confirm) ? element.confirm : undefined

  const follow = async (doing: Promise<Outcome>) => {
    setTrouble(undefined)
    const outcome = await doing
    setTrouble(outcome.ok ? outcome.trouble : undefined)
  }
  const asked = (go: () => void, undo?: () => void) => (confirm ? setQuestion({ go, undo }) : go())
  const answer = (yes: boolean) => {
    setQuestion(undefined)
    if (yes) question?.go()
    else question?.undo?.()
  }
  return {
    busy: place.busy === `${block} ${element.action_id}`,
    press: (option, then) => {
      if (pressing.current) return
      asked(async () => {
        pressing.current = true
        then?.()
        await follow(place.click(block, element, option))
        pressing.current = false
      })
    },
    give: (given, undo) => {
      if (tells) asked(() => void follow(place.choose(block, element, given)), undo)
      else place.fill(block, element, given)
    },
    aside: (
      <>
        {question && confirm && <Confirm confirm={confirm} answer={answer} />}
        {trouble !== undefined && (
          <p class="elements-trouble" role="alert">
            {troubleIn(language, trouble)}
          </p>
        )}
      </>
    ),
  }
}

function Confirm({ confirm, answer }: { confirm: Json; answer: (yes: boolean) => void }) {
  const own = useWords(words)
  const id = useId()
  const danger = confirm.style === 'danger'
  return (
    <Dialog class="elements-confirm" labelledBy={id} onEscape={() => answer(false)}>
      <h2 id={id}>
        <TextObject text={confirm.title} />
      </h2>
      <div>
        <TextObject text={confirm.text} />
      </div>
      <div class="elements-confirm-answers">
        <button type="button" class="button" data-focus-first={danger} onClick={() => answer(false)}>
          {wordsOf(confirm.deny) || own.deny}
        </button>
        <button
          type="button"
          class="button"
          data-style={danger ? 'danger' : 'primary'}
          data-focus-first={!danger}
          onClick={() => answer(true)}
        >
          {wordsOf(confirm.confirm) || own.confirm}
        </button>
      </div>
    </Dialog>
  )
}
