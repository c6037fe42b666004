import { recall, remember } from './remembered.ts'

export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

const key = 'theme'

/** What the reader chose; as their system has it unless they did. */
export function chosenTheme(): Theme {
  return themes.find((one) => one === recall(key)) ?? 'system'
}

export function chooseTheme(theme: Theme): void {
  remember(key, theme)
  showTheme()
}

/** Shows the page as chosen, and keeps to what the system or another window changes. To be called before anything is drawn. */
export function startTheme(): void {
  showTheme()
  darkSystem().addEventListener('change', showTheme)
  addEventListener('storage', showTheme)
}

function showTheme(): void {
  const theme = chosenTheme()
  document.documentElement.dataset.theme = theme === 'system' ? (darkSystem().matches ? 'dark' : 'light') : theme
}

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')
