/** After somebody chose where to go: the focus goes to where one writes, but on a phone, where that opens the keyboard. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    const narrow = matchMedia('(max-width: 760px)').matches
    const place = document.querySelector<HTMLElement>(narrow ? '.sidebar-toggle' : '.app-main .composer-field')
    const main = document.querySelector<HTMLElement>('.app-main')
    ;(place ?? main)?.focus({ preventScroll: true })
  })
}
