import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useReading, useWords } from '../reading.ts'
import { stepped } from '../shared/steps.ts'
import { TextObject } from '../text/text-object.tsx'
import type { Choice } from './choice.ts'
import { ChoiceWords } from './choice-words.tsx'
import { Floating } from './floating.tsx'
import { useOffers } from './offers.ts'
import type { ElementProps } from './props.ts'
import { words } from './words.ts'

interface ListboxProps extends ElementProps {
  id: string
  anchor: RefObject<HTMLElement | null>
  /** What was typed to open it. */
  first: string
  chosen: Choice[]
  several?: boolean
  /** Why nothing more can be chosen. */
  limit?: string | undefined
  onChoose: (choice: Choice) => void
  /** Backspace where nothing is typed. */
  onBack?: () => void
  /** @param back whether the focus goes back to what opened it */
  onShut: (back: boolean) => void
}

/** The list of a select, with a field to filter it. */
export function Listbox(props: ListboxProps) {
  const { id, anchor, first, chosen, several = false, limit, onChoose, onBack, onShut, element } = props
  const own = useWords(words)
  const [typed, setTyped] = useState(first)
  const { choices, note, loading } = useOffers(props, true, typed)
  const isChosen = (choice: Choice) => chosen.some((one) => one.id === choice.id)
  const firstChosen = choices.findIndex(isChosen)
  const [moved, setMoved] = useState<number>()
  const at = moved === undefined ? Math.max(0, typed === '' ? firstChosen : 0) : Math.min(moved, choices.length - 1)
  const list = useRef<HTMLDivElement>(null)
  const filter = useRef<HTMLInputElement>(null)
  const blocked = (choice: Choice) => limit !== undefined && !isChosen(choice)

  // After the list has become visible: nothing hidden takes the focus. A finger gets its keyboard when it asks for it.
  useLayoutEffect(() => (matchMedia('(pointer: coarse)').matches ? list : filter).current?.focus(), [])
  useEffect(() => {
    list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, choices])

  const choose = (choice: Choice | undefined) => {
    if (!choice || blocked(choice)) return
    onChoose(choice)
    if (!several) return
    if (typed !== '') setMoved(undefined)
    setTyped('')
    filter.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    const { key } = event
    if (event.isComposing) return
    if (key === 'Tab') return onShut(true)
    if (key === 'Backspace' && typed === '') return onBack?.()
    if ((key === 'Home' || key === 'End') && typed !== '') return
    const next = stepped(key, at, choices.length)
    if (next === undefined && key !== 'Enter' && key !== 'Escape') return
    event.preventDefault()
    if (key === 'Escape') onShut(true)
    else if (key === 'Enter') choose(choices[at])
    else setMoved(next)
  }
  const external = String(element.type).endsWith('external_select')
  return (
    <Floating anchor={anchor} class="elements-floating elements-list" width={260} onLeave={() => onShut(false)}>
      <input
        ref={filter}
        type="text"
        class="elements-filter"
        role="combobox"
        aria-label={external ? own.search : own.filter}
        placeholder={external ? own.search : own.filter}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={choices[at] && `${id}-${at}`}
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value)
          setMoved(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      <p class="elements-note" role="status" data-loading={loading}>
        {note ?? limit}
      </p>
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        class="elements-options"
        aria-label={external ? own.search : own.filter}
        aria-multiselectable={several}
        onKeyDown={onKeyDown}
      >
        {grouped(choices).map(({ group, members }) => (
          <Group key={group ?? ''} name={group} id={`${id}-group-${members[0]?.at}`}>
            {members.map(({ choice, at: place }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the filter's, which keeps the focus
              <div
                key={choice.id}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                class="elements-option"
                aria-selected={isChosen(choice)}
                aria-disabled={blocked(choice)}
                data-active={place === at}
                onPointerMove={() => place !== at && setMoved(place)}
                onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}
                onClick={() => choose(choice)}
              >
                <ChoiceWords choice={choice} />
                <More choice={choice} />
              </div>
            ))}
          </Group>
        ))}
      </div>
    </Floating>
  )
}

function More({ choice: { option, person, channel, more } }: { choice: Choice }) {
  const own = useWords(words)
  const { me } = useReading()
  if (option?.description !== undefined) {
    return (
      <small>
        <TextObject text={option.description} />
      </small>
    )
  }
  if (channel || !person) return null
  const said = [more, person.guest && own.guest, person.id === me && own.you].filter(Boolean)
  return said.length > 0 ? <small>{said.join(' · ')}</small> : null
}

interface Member {
  choice: Choice
  at: number
}

function grouped(choices: Choice[]): { group: string | undefined; members: Member[] }[] {
  const groups = new Map<string | undefined, Member[]>()
  choices.forEach((choice, at) => {
    groups.set(choice.group, [...(groups.get(choice.group) ?? []), { choice, at }])
  })
  return [...groups].map(([group, members]) => ({ group, members }))
}

function Group({ name, id, children }: { name: string | undefined; id: string; children: ComponentChildren }) {
  if (name === undefined) return <>{children}</>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={id}>
      <div class="elements-group" id={id}>
        {name}
      </div>
      {children}
    </div>
  )
}
