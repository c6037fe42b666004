import type { PersonCard } from '../wire.ts'
import { colourOf, initialsOf } from './initials.ts'

/** Somebody's picture: their initials on a colour of their own, or the mark of the app. Says nothing to a screen reader: the name stands beside it. */
export function Avatar({ person, size = 'small' }: { person: PersonCard; size?: 'tiny' | 'small' | 'large' }) {
  const app = person.kind === 'app'
  return (
    <span
      class="avatar"
      aria-hidden="true"
      data-size={size}
      data-kind={person.kind}
      data-gone={person.deleted}
      style={app ? undefined : { background: colourOf(person.id) }}
    >
      {app ? <Mark /> : initialsOf(person.realName)}
    </span>
  )
}

/** The app's mark: a round that two teams share. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3.4">
      <path d="M12 4a8 8 0 0 1 8 8" stroke-linecap="round" />
      <path d="M20 12a8 8 0 0 1-8 8 8 8 0 0 1-8-8 8 8 0 0 1 4-6.93" stroke-linecap="round" opacity="0.55" />
      <circle cx="12" cy="12" r="2.4" fill="currentColor" stroke="none" />
    </svg>
  )
}
