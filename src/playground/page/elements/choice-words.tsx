import { Avatar } from '../shared/avatar.tsx'
import { TextObject } from '../text/text-object.tsx'
import type { Choice } from './choice.ts'

/** A choice as it is seen: with a picture, or the sign of a channel. */
export function ChoiceWords({ choice: { option, person, channel, words } }: { choice: Choice }) {
  if (option) {
    return (
      <span>
        <TextObject text={option.text} />
      </span>
    )
  }
  return (
    <span class="elements-named">
      {person && <Avatar person={person} size="tiny" />}
      {!person && channel && <Sign kind={channel.kind} />}
      <span>{words}</span>
    </span>
  )
}

function Sign({ kind }: { kind: string }) {
  if (kind !== 'private') return <span aria-hidden="true">#</span>
  return (
    <svg
      class="elements-icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
    >
      <path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" stroke-linejoin="round" />
    </svg>
  )
}
