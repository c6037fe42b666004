import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Actions, ActionsProvider, type Spot } from './actions.ts'
import { addressOf, spotAt } from './address.ts'
import { type Connection, connect } from './connection.ts'
import { Header } from './controls/header.tsx'
import { Journey } from './controls/journey.tsx'
import { Story } from './controls/story.tsx'
import { Traffic } from './controls/traffic.tsx'
import { Modals } from './modal/modals.tsx'
import { ReadingProvider, useReadingOf } from './reading.ts'
import type { Screen } from './screen.ts'
import { AppView } from './workspace/app-view.tsx'
import { ChannelView } from './workspace/channel-view.tsx'
import { Sidebar } from './workspace/sidebar.tsx'
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
    const link = connect(person, { traffic }, (screen, here) => setShown({ screen, here }))
    connection.current = link
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
        const outcome = await (connection.current?.act(deed) ?? { ok: false, why: 'Not connected.' })
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
  const { screen, here } = shown
  if (!screen) return <p class="app-waiting">{here ? '…' : 'The playground does not answer.'}</p>
  return (
    <ActionsProvider value={actions}>
      <Window screen={screen} spot={spot} here={here} />
      <Notice line={notice} gone={useCallback(() => setNotice(undefined), [])} />
    </ActionsProvider>
  )
}

function Window({ screen, spot, here }: { screen: Screen; spot: Spot | undefined; here: boolean }) {
  const reading = useReadingOf(screen)
  const place = spot ?? firstSpot(screen)
  return (
    <ReadingProvider value={reading}>
      <div class="app" data-spot={place.to} data-here={here} lang={reading.language}>
        <Header screen={screen} />
        <Sidebar screen={screen} spot={place} />
        <main class="app-main">
          {place.to === 'app' && <AppView screen={screen} tab={place.tab} />}
          {place.to === 'channel' && (
            <ChannelView key={place.channel} screen={screen} channel={place.channel} at={place.at} />
          )}
          {place.to === 'traffic' && <Traffic screen={screen} />}
        </main>
        {place.to === 'channel' && place.thread && (
          <ThreadPane key={place.thread} screen={screen} channel={place.channel} root={place.thread} at={place.at} />
        )}
        <Journey screen={screen} />
        <Modals modals={screen.modals} />
        <Story screen={screen} />
      </div>
    </ReadingProvider>
  )
}

/** Where a window begins that was not told where. */
function firstSpot({ channels }: Screen): Spot {
  const last = channels.filter((one) => one.joined && one.kind === 'public').at(-1)
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
