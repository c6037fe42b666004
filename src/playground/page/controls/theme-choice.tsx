import { useState } from 'preact/hooks'
import { useWords } from '../reading.ts'
import { chooseTheme, chosenTheme, themes } from './theme.ts'
import { words } from './words.ts'

/** Light, dark, or as the system has it. */
export function ThemeChoice() {
  const { more } = useWords(words)
  const [chosen, setChosen] = useState(chosenTheme)
  return (
    <fieldset class="theme">
      <legend class="controls-head">{more.theme}</legend>
      {themes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="theme"
            checked={one === chosen}
            data-beside={one === chosen ? undefined : true}
            onChange={() => {
              chooseTheme(one)
              setChosen(one)
            }}
          />
          {more.themes[one]}
        </label>
      ))}
    </fieldset>
  )
}
