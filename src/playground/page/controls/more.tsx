import { useState } from 'preact/hooks'
import { useActions } from '../actions.ts'
import { addressOf } from '../address.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Confirm, Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { Introduction } from './introduction.tsx'
import { Menu } from './menu.tsx'
import { Press, useDeed } from './press.tsx'
import { ThemeChoice } from './theme-choice.tsx'
import { waitingFor } from './waiting.ts'
import { words } from './words.ts'

/** Where the demo's two teams meet. */
const setUpIn = 'marketing-sales'

type Asked = 'startOver' | 'empty' | 'about'

/** Everything that is seldom wanted. */
export function More({ screen }: { screen: Screen }) {
  const { more, introduction } = useWords(words)
  const { notify, go } = useActions()
  const { deed } = useDeed()
  const [asked, setAsked] = useState<Asked>()
  const over = () => setAsked(undefined)
  const startOver = async (empty: boolean) => {
    const ok = await deed({ do: 'startOver', empty })
    if (!ok || !empty) return
    notify(more.empty.begun)
    const shared = screen.channels.find(({ name }) => name === setUpIn)
    if (shared) go({ to: 'channel', channel: shared.id })
  }
  return (
    <>
      <Menu class="more" name={more.name} label={more.name} title={more.name} button={<Icon of="more" />}>
        {(close) => (
          <Items
            screen={screen}
            close={close}
            ask={(what) => {
              close()
              setAsked(what)
            }}
          />
        )}
      </Menu>
      {(asked === 'startOver' || asked === 'empty') && (
        <Confirm
          title={more[asked].ask}
          line={more[asked].line}
          yes={more[asked].yes}
          no={more.cancel}
          onYes={() => void startOver(asked === 'empty')}
          onClose={over}
        />
      )}
      {asked === 'about' && (
        <Dialog title={introduction.title} onClose={over}>
          {(close) => (
            <>
              <Introduction screen={screen} done={close} />
              <div class="controls-choice">
                <button type="button" class="button" data-size="small" onClick={close}>
                  {more.close}
                </button>
              </div>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}

interface ItemsSettings {
  screen: Screen
  close(): void
  ask(what: Asked): void
}

export function Items({ screen, close, ask }: ItemsSettings) {
  const { more, waiting } = useWords(words)
  const { go } = useActions()
  const { me } = useReading()
  const reason = waitingFor('all', screen.world)
  const wait = reason && waiting[reason]
  const toTraffic = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    close()
    go({ to: 'traffic' })
  }
  return (
    <>
      <a class="controls-item" href={addressOf({ to: 'traffic' }, me)} onClick={toTraffic}>
        <span>{more.traffic}</span>
        <small>{more.trafficHint}</small>
      </a>
      <Press class="controls-item" wait={wait} onPress={() => ask('startOver')}>
        <span>{more.startOver.name}</span>
        <small>{wait ?? more.startOver.hint}</small>
      </Press>
      <Press class="controls-item" wait={wait} onPress={() => ask('empty')}>
        <span>{more.empty.name}</span>
        <small>{wait ?? more.empty.hint}</small>
      </Press>
      <ThemeChoice />
      <Press class="controls-item" onPress={() => ask('about')}>
        <span>{more.about}</span>
      </Press>
    </>
  )
}
