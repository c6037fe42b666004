import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Actions, ActionsProvider, type Spot } from './actions.ts'
import { addressOf, spotAt } from './address.ts'
import { type Connection, connect } from './connection.ts'
import { Header } from './controls/header.tsx'
import { Journey } from './controls/journey.tsx'
import { Story } from './controls/story.tsx'
import { Traffic } from './controls/traffic.tsx'
import { Modals } from './modal/modals.tsx'
import { outsideWords } from './outside-words.ts'
import { ReadingProvider, useReadingOf } from './reading.ts'
import type { Screen } from './screen.ts'
import { AppView } from './workspace/app-view.tsx'
import { AwayLine } from './workspace/away-line.tsx'
import { ChannelView } from './workspace/channel-view.tsx'
import { DismissedProvider } from './workspace/dismissed.ts'
import { DraftsProvider } from './workspace/drafts.ts'
import { appChannelOf, appOf } from './workspace/names.ts'
import { Sidebar } from './workspace/sidebar.tsx'
import { SkipLink } from './workspace/skip-link.tsx'
import { ThreadPane } from './workspace/thread-pane.tsx'

/** One window: somebody's eyes on the workspace. */
export function App() {
  const [person, setPerson] = useState(() => new URL(location.href).searchParams.get('as') ?? '')
  const [spot, setSpot] = useState(() => spotAt(new URL(location.href)))
  const [shown, setShown] = useState<{ screen: Screen | undefined; here: boolean }>({ screen: undefined, here: true })
  const [notice, setNotice] = useState<string>()
  const connection = useRef<Connection>(undefined)
  const traffic = spot?.to === 'traffic'

  useEffect(() => {
    const link = connect(person, { traffic }, (screen, here) => {
      // Until somebody else's screen is there, it is the one before who does what is done.
      connection.current = link
      setShown({ screen, here })
    })
    return link.close
  }, [person, traffic])

  useEffect(() => {
    const back = () => {
      const url = new URL(location.href)
      setSpot(spotAt(url))
      setPerson(url.searchParams.get('as') ?? '')
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])

  const actions = useMemo<Actions>(
    () => ({
      act: async (deed) => {
        const outcome = await (connection.current?.act(deed) ?? { ok: false, why: outsideWords().noAnswer })
        if (!outcome.ok) setNotice(outcome.why)
        return outcome
      },
      go: (next) => {
        history.pushState(null, '', addressOf(next, new URL(location.href).searchParams.get('as') ?? undefined))
        setSpot(next)
      },
      become: (id) => {
        history.pushState(null, '', addressOf(spotAt(new URL(location.href)), id))
        setPerson(id)
      },
      notify: setNotice,
    }),
    [],
  )
  const silent = useCallback(() => setNotice(undefined), [])
  const { screen, here } = shown
  if (!screen) return <p class="app-waiting">{here ? outsideWords().loading : outsideWords().noAnswer}</p>
  return (
    <ActionsProvider value={actions}>
      <Window screen={screen} spot={spot} here={here} />
      <Notice line={notice} gone={silent} />
    </ActionsProvider>
  )
}

function Window({ screen, spot, here }: { screen: Screen; spot: Spot | undefined; here: boolean }) {
  const reading = useReadingOf(screen)
  const me = screen.me.id
  const told = screen.world.story === undefined
  // Chosen once: a channel that comes in later leads nobody away.
  const first = useMemo(() => firstSpot(screen), [me, told])
  const place = spot ?? first
  const drafts = useMemo(() => new Map<string, string>(), [])
  const dismissed = useMemo(() => new Set<string>(), [screen.era])
  // What stands beside the messages belongs to a person in a world.
  const eyes = `${me} ${screen.era}`
  return (
    <ReadingProvider value={reading}>
      <DismissedProvider value={dismissed}>
        <DraftsProvider value={drafts}>
          <div class="app" data-spot={place.to} data-here={here} lang={reading.language}>
            <SkipLink />
            <Header screen={screen} />
            <Sidebar key={`side ${me}`} screen={screen} spot={place} />
            <main class="app-main" tabIndex={-1}>
              {!here && <AwayLine />}
              <Center key={eyes} screen={screen} place={place} />
            </main>
            {place.to === 'channel' && place.thread && (
              <ThreadPane
                key={`${eyes} ${place.thread}`}
                screen={screen}
                channel={place.channel}
                root={place.thread}
                at={place.at}
                visit={place}
              />
            )}
            <Journey screen={screen} />
            <Modals modals={screen.modals} />
            <Story screen={screen} />
          </div>
        </DraftsProvider>
      </DismissedProvider>
    </ReadingProvider>
  )
}

/** What stands in the middle. The DM with the app is the app's own place, whichever way one came there. */
function Center({ screen, place }: { screen: Screen; place: Spot }) {
  if (place.to === 'traffic') return <Traffic screen={screen} />
  if (place.to === 'app') return <AppView screen={screen} tab={place.tab} visit={place} />
  const { channel, thread } = place
  const at = place.at && (thread ?? place.at)
  if (channel === appChannelOf(screen)?.id) return <AppView screen={screen} tab="messages" at={at} visit={place} />
  return <ChannelView key={channel} screen={screen} channel={channel} at={at} visit={place} />
}

/** Where a window begins that was not told where: where the app is at work, if one is there too. */
function firstSpot(screen: Screen): Spot {
  const open = screen.channels.filter((one) => one.joined && one.kind === 'public')
  const app = appOf(screen)?.id
  const last = open.findLast(({ members }) => app !== undefined && members.includes(app)) ?? open.at(-1)
  return last ? { to: 'channel', channel: last.id } : { to: 'app', tab: 'home' }
}

const noticeMs = 6000

function Notice({ line, gone }: { line: string | undefined; gone: () => void }) {
  useEffect(() => {
    if (line === undefined) return
    const timer = setTimeout(gone, noticeMs)
    return () => clearTimeout(timer)
  }, [line, gone])
  return (
    <div class="app-notice" role="status">
      {line}
    </div>
  )
}
