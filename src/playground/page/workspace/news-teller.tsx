import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../reading.ts'
import { plainLine } from '../text/plain-line.ts'
import { personOf } from './names.ts'
import type { Item } from './rows.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

/** Says to a screen reader what comes in while one is there. */
export function NewsTeller({ items, setting }: { items: Item[]; setting: Setting }) {
  const said = useWords(words)
  const [news, setNews] = useState('')
  const newest = items.at(-1)
  const before = useRef(newest?.ts)
  useEffect(() => {
    if (!newest || newest.ts === before.current) return
    const later = Number(newest.ts) > Number(before.current ?? 0)
    before.current = newest.ts
    if (!later) return
    if (newest.is === 'line') setNews(plainLine(newest.line.text, setting.reading))
    else {
      const { user, text } = newest.is === 'message' ? newest.message : newest.ephemeral
      const name =
        newest.is === 'message' ? personOf(setting.reading, user, said.someone).realName : said.message.onlyYou
      setNews(said.list.said(name, plainLine(text, setting.reading)))
    }
  }, [newest?.ts])
  return (
    <p class="visually-hidden" role="status">
      {news}
    </p>
  )
}
