/** Before a message goes whose button was pressed: the focus goes to the one before it, else to where one writes. */
export function focusBefore(button: HTMLElement): void {
  const row = button.closest('[data-key]')
  const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>(':scope > [data-key]') ?? [])]
  const before = rows.findLast((one) => row && one.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING)
  if (before) before.focus({ preventScroll: true })
  else focusComposer()
}

/** After somebody chose where to go: the focus goes to where one writes, but on a phone, where that opens the keyboard. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    const narrow = matchMedia('(max-width: 760px)').matches
    const place = document.querySelector<HTMLElement>(narrow ? '.sidebar-toggle' : '.app-main .composer-field')
    const main = document.querySelector<HTMLElement>('.app-main')
    ;(place ?? main)?.focus({ preventScroll: true })
  })
}
