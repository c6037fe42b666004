/** Goes on in the middle of the page, after what had the focus is gone. */
export function focusMain(): void {
  document.querySelector<HTMLElement>('.app-main')?.focus({ preventScroll: true })
}
