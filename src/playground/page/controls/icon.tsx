const shapes = {
  play: 'M5 3.5v9l7.5-4.5z',
  pause: 'M4.5 3.5h2.6v9H4.5zM8.9 3.5h2.6v9H8.9z',
  down: 'M3.8 6.2 8 10.4l4.2-4.2-1.1-1.1L8 8.2 4.9 5.1z',
  alert: 'M8 1.8 15 14H1zM7.2 6.2l.2 4h1.2l.2-4zM8 11a.9.9 0 1 0 0 1.8A.9.9 0 0 0 8 11z',
  more: 'M3.2 6.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zm4.8 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zm4.8 0a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6z',
  check: 'M6.4 12.3 2.3 8.2l1.2-1.2 2.9 2.9 6.1-6.2 1.2 1.2z',
  close: 'm8 6.8 3.6-3.6 1.2 1.2L9.2 8l3.6 3.6-1.2 1.2L8 9.2l-3.6 3.6-1.2-1.2L6.8 8 3.2 4.4l1.2-1.2z',
  window: 'M9 2h5v5h-1.6V4.7L8.1 9 7 7.9l4.3-4.3H9zM3 4h4v1.6H4.1v6.3h6.3V9H12v4.5H2.5V4z',
  fold: 'M6.2 3.8 10.4 8l-4.2 4.2-1.1-1.1L8.2 8 5.1 4.9z',
} as const

/** A small sign beside words, or instead of them where the button has a name. */
export function Icon({ of }: { of: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor" fill-rule="evenodd">
      <path d={shapes[of]} />
    </svg>
  )
}
