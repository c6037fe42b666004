import type { ComponentChildren } from 'preact'

/** What is too wide scrolls sideways by itself; with the keyboard too. */
export function Scrolling({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard
    <section class="blocks-scrolling" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
