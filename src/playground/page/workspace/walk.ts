/** Arrow keys, Home and End go from message to message while a message has the focus. */
export function walkMessages(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return
  if (target.dataset.key === undefined) return
  const rows = [...currentTarget.querySelectorAll<HTMLElement>('[data-key]')]
  const now = rows.indexOf(target)
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: rows.length - 1 }[key]
  const row = next === undefined ? undefined : rows[next]
  if (!row) return
  event.preventDefault()
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}

/** Lets the Tab key reach one row: the one that had the focus last, else the newest. */
export function keepOneReachable(box: HTMLElement): void {
  const rows = box.querySelectorAll<HTMLElement>('[data-key]')
  const focused = document.activeElement?.closest<HTMLElement>('[data-key]')
  const kept = focused && box.contains(focused) ? focused : box.querySelector<HTMLElement>('[data-key][tabindex="0"]')
  const wanted = kept ?? rows[rows.length - 1]
  for (const row of rows) row.tabIndex = row === wanted ? 0 : -1
}
