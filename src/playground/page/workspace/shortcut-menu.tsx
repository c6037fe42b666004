import { useActions } from '../actions.ts'
import { useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Icon } from './icons.tsx'
import { MenuItem, Popup } from './popup.tsx'
import { words } from './words.ts'

/** The app's global shortcuts. */
export function ShortcutMenu({ screen, tell }: { screen: Screen; tell: (text: string, trouble: boolean) => void }) {
  const said = useWords(words).composer
  const { act } = useActions()
  const shortcuts = screen.shortcuts.filter(({ type }) => type === 'global')
  const run = async (id: string) => {
    const outcome = await act({ do: 'shortcut', id })
    if (outcome.ok && outcome.trouble) tell(outcome.trouble, true)
  }
  return (
    <Popup label={said.shortcuts} face={<Icon name="bolt" />}>
      {(close) => (
        <>
          {shortcuts.map(({ id, name }) => (
            <MenuItem
              key={id}
              onChoose={() => {
                close()
                void run(id)
              }}
            >
              {name}
            </MenuItem>
          ))}
          <p class="popup-note">{shortcuts.length > 0 ? said.begin : `${said.noShortcuts} ${said.begin}`}</p>
        </>
      )}
    </Popup>
  )
}
