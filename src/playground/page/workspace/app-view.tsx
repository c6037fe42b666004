import { useEffect, useMemo } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { PlaceProvider, usePlaceAt } from '../place.tsx'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import { SpotLink } from '../shared/spot-link.tsx'
import type { View } from '../wire.ts'
import { Conversation } from './conversation.tsx'
import { appChannelOf, appOf } from './names.ts'
import { words } from './words.ts'

/** The app's own place: Home, and the messages with it. */
export function AppView(props: {
  screen: Screen
  tab: 'home' | 'messages'
  /** The message with the app to show. */
  at?: string | undefined
  visit?: unknown
}) {
  const { screen, tab, at, visit } = props
  const said = useWords(words)
  const { act } = useActions()
  const app = appOf(screen)
  // An app that was off, or began anew, has not heard that one is here.
  const hears = screen.world.story === undefined && screen.world.bot === 'running'
  useEffect(() => {
    if (hears) void act({ do: 'openHome', tab })
  }, [tab, hears, act])
  if (!app) return <p class="channel-unknown">{said.home.noApp}</p>
  const channel = appChannelOf(screen)
  return (
    <section class="app-view">
      <header class="channel-head">
        <h1 class="channel-name">
          <Avatar person={app} />
          <span>{app.realName}</span>
        </h1>
        <nav class="app-view-tabs" aria-label={said.home.tabs(app.realName)}>
          {(['home', 'messages'] as const).map((one) => (
            <SpotLink key={one} spot={{ to: 'app', tab: one }} aria-current={one === tab ? 'page' : undefined}>
              {said.home[one]}
            </SpotLink>
          ))}
        </nav>
      </header>
      {tab === 'home' && (screen.home ? <Home view={screen.home} /> : <NoHome name={app.realName} />)}
      {tab === 'messages' && channel && <Conversation screen={screen} channel={channel} at={at} visit={visit} />}
      {tab === 'messages' && !channel && <p class="channel-unknown">{said.channel.appDirect(app.realName)}</p>}
    </section>
  )
}

function Home({ view }: { view: View }) {
  const said = useWords(words)
  const { id, values, errors, blocks } = view
  const where = useMemo(() => ({ in: 'view' as const, id }), [id])
  const place = usePlaceAt({ surface: 'home', where, values, errors })
  return (
    <div class="app-view-home">
      <div class="app-view-page">
        <h2 class="visually-hidden">{said.home.home}</h2>
        <PlaceProvider value={place}>
          <Blocks blocks={blocks} />
        </PlaceProvider>
      </div>
    </div>
  )
}

function NoHome({ name }: { name: string }) {
  const said = useWords(words).home
  return (
    <div class="app-view-empty">
      <p class="channel-intro-name">{said.empty(name)}</p>
      <p>{said.emptyHint}</p>
    </div>
  )
}
