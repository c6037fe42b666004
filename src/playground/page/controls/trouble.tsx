import { useWords } from '../reading.ts'
import type { Deed, WorldCard } from '../wire.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { Press, useDeed } from './press.tsx'
import { Switch } from './switch.tsx'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'

/** What can be made to go wrong, and ends again here. */
export function Trouble({ world }: { world: WorldCard }) {
  const { trouble } = useWords(words)
  return (
    <Menu
      class="trouble"
      name={trouble.name}
      label={trouble.button}
      title={trouble.hint}
      button={
        <>
          <Icon of="alert" />
          <span class="header-long">{trouble.button}</span>
        </>
      }
    >
      {() => <Troubles world={world} />}
    </Menu>
  )
}

export function Troubles({ world }: { world: WorldCard }) {
  const { trouble, waiting } = useWords(words)
  const { deed } = useDeed()
  const slack = waitingFor('slack', world)
  const bot = waitingFor('bot', world)
  const { outage, limits, lostAnswers, sockets } = world.trouble
  const slackWait = slack && waiting[slack]
  const running = world.bot !== 'stopped'
  return (
    <>
      <p class="controls-hint">{trouble.hint}</p>
      <Switch
        {...trouble.outage}
        on={outage}
        wait={slackWait}
        onSwitch={(on) => void deed({ do: 'trouble', what: 'outage', on })}
      />
      <Switch
        {...trouble.limits}
        on={limits}
        wait={slackWait}
        onSwitch={(on) => void deed({ do: 'trouble', what: 'limits', on })}
      />
      <Once
        {...trouble.lostAnswer}
        count={trouble.lostAnswer.count(lostAnswers)}
        wait={slackWait}
        deed={{ do: 'trouble', what: 'lostAnswer', on: true }}
      />
      <Once
        {...trouble.dropSocket}
        count={trouble.dropSocket.count(sockets)}
        wait={slackWait}
        deed={{ do: 'dropSocket' }}
      />
      <Once
        {...(running ? trouble.stopBot : trouble.startBot)}
        count=""
        wait={bot && waiting[bot]}
        deed={{ do: 'runBot', run: !running }}
      />
    </>
  )
}

interface OnceSettings {
  name: string
  hint: string
  /** How it stands, in words. */
  count: string
  wait: string | undefined
  deed: Deed
}

/** Something that goes wrong once each time it is pressed. */
function Once({ name, hint, count, wait, deed: one }: OnceSettings) {
  const { deed, doing } = useDeed()
  return (
    <div class="switch">
      <div class="trouble-once">
        <Press class="button" size="small" wait={wait} busy={doing !== undefined} onPress={() => void deed(one)}>
          {name}
        </Press>
        {count !== '' && (
          <span class="trouble-count" role="status">
            {count}
          </span>
        )}
      </div>
      <p class="controls-hint">{wait ?? hint}</p>
    </div>
  )
}
