import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import type { Deed, Destination } from '../wire.ts'
import { Clock } from './clock.tsx'
import { Icon } from './icon.tsx'
import { Jump } from './jump.tsx'
import { Press, useDeed } from './press.tsx'
import { momentText } from './time-words.ts'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'

/** The workspace's time, and the ways to let it pass. */
export function Time({ screen }: { screen: Screen }) {
  const { time, waiting } = useWords(words)
  const reader = useReading()
  const { doing, deed } = useDeed()
  const { world, clock } = screen
  const reason = waitingFor('time', world)
  const wait = reason && waiting[reason]
  const { journey } = world
  const travelling = journey && !journey.over ? journey.to : undefined
  const under = travelling === undefined ? undefined : time.travelling(momentText(travelling, reader))
  const go = (to: Destination) => void deed({ do: 'travel', to })
  const busy = (text: string) => doing?.do === 'travel' && JSON.stringify(doing.to) === text
  const way = (to: Destination, { long, short, hint }: Labels) => (
    <Press
      class="header-button"
      wait={under ?? wait ?? (doing && waiting.journey)}
      title={hint}
      busy={busy(JSON.stringify(to))}
      onPress={() => go(to)}
    >
      <Label long={long} short={short} />
    </Press>
  )
  const run: Deed = { do: 'runClock', run: !clock.running }
  return (
    <section class="time" aria-label={time.name}>
      <Clock screen={screen} />
      <div class="time-ways">
        <Press
          class="header-button"
          kind="sign"
          wait={under ?? wait}
          title={clock.running ? time.pause : time.run}
          label={clock.running ? time.pause : time.run}
          onPress={() => void deed(run)}
        >
          <Icon of={clock.running ? 'pause' : 'play'} />
        </Press>
        {way({ next: 'occurrence' }, time.occurrence)}
        {way({ next: 'morning' }, time.morning)}
        {way({ hours: 1 }, time.hour)}
        <Jump screen={screen} wait={under ?? wait} go={(instant) => go({ instant })} />
      </div>
      <span class="visually-hidden" role="status">
        {under}
      </span>
    </section>
  )
}

interface Labels {
  long: string
  short: string
  hint: string
}

/** What a button says, where there is room and where there is little. */
export function Label({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span class="header-long">{long}</span>
      <span class="header-short">{short}</span>
    </>
  )
}
