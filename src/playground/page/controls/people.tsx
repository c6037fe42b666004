import { cityOf } from '../../plain/wall-clock.ts'
import { useActions } from '../actions.ts'
import { addressOf } from '../address.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import type { PersonCard } from '../wire.ts'
import { useTime } from './clock.tsx'
import { languageOf, roleOf, sidesOf } from './crowd.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { hourText, languageText } from './time-words.ts'
import { words } from './words.ts'

/** Who one is, and all whom one could be. */
export function People({ screen }: { screen: Screen }) {
  const { person } = useWords(words)
  const { me } = screen
  return (
    <Menu
      class="people"
      name={person.name}
      title={person.name}
      button={
        <>
          <Avatar person={me} />
          <span class="people-me">
            <span class="visually-hidden">{person.you} </span>
            <strong>{me.realName}</strong>
            <small>{me.title}</small>
          </span>
          <Icon of="down" />
        </>
      }
    >
      {(close) => <Crowd screen={screen} close={close} />}
    </Menu>
  )
}

/** All people of the workspace by side; each with language and the time where they are. */
export function Crowd({ screen, close }: { screen: Screen; close(): void }) {
  const { person } = useWords(words)
  const now = useTime(screen, 60_000)
  const { sides, left } = sidesOf(screen.people.values())
  const row = (one: PersonCard, role: string) => (
    <Somebody key={one.id} one={one} role={role} now={now} current={one.id === screen.me.id} close={close} />
  )
  return (
    <>
      <p class="controls-hint">{person.hint}</p>
      {sides.map(({ name, people }) => (
        <section key={name ?? ''} aria-label={name ?? person.others}>
          <h3 class="controls-head">{name ?? person.others}</h3>
          <ul class="people-list">{people.map((one) => row(one, roleOf(one).role))}</ul>
        </section>
      ))}
      {left.length > 0 && (
        <section aria-label={person.left}>
          <h3 class="controls-head">{person.left}</h3>
          <ul class="people-list">{left.map((one) => row(one, one.title))}</ul>
        </section>
      )}
    </>
  )
}

interface SomebodySettings {
  one: PersonCard
  role: string
  /** Epoch ms. */
  now: number
  current: boolean
  close(): void
}

function Somebody({ one, role, now, current, close }: SomebodySettings) {
  const { person } = useWords(words)
  const { become } = useActions()
  const { locale } = useReading()
  const choose = () => {
    close()
    if (!current) become(one.id)
  }
  const about = [
    role,
    languageText(languageOf(one), locale),
    `${hourText(now, { locale, tz: one.tz })} ${cityOf(one.tz, locale)}`,
  ]
  return (
    <li class="people-row">
      <button
        type="button"
        class="controls-item"
        aria-current={current}
        disabled={one.deleted}
        title={one.deleted ? person.deactivated : undefined}
        onClick={choose}
      >
        <Avatar person={one} />
        <span class="people-words">
          <span class="people-name">
            {one.realName}
            {one.admin && <small class="controls-tag">{person.admin}</small>}
            {one.guest && <small class="controls-tag">{person.guest}</small>}
          </span>
          <small>{about.filter((part) => part !== '').join(' · ')}</small>
        </span>
        {current && <Icon of="check" />}
      </button>
      {!one.deleted && (
        <a
          class="people-window"
          href={addressOf(undefined, one.id)}
          target="_blank"
          rel="noreferrer"
          data-beside
          title={person.openAs(one.realName)}
          aria-label={person.openAs(one.realName)}
        >
          <Icon of="window" />
        </a>
      )}
    </li>
  )
}
