const paths = {
  info: 'M8 7v5M8 4.2v.1',
  warning: 'M8 4v5M8 11.7v.1',
  error: 'M5 5l6 6M11 5l-6 6',
  success: 'M4.5 8.5l2.5 2.5 4.5-5.5',
  pending: '',
  picture: 'M2.5 3.5h11v9h-11zM3 11l3.2-3.5 2.6 2.6 1.8-1.6 2.6 2.7',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  video: 'M2.5 4h8v8h-8zM10.5 7l3-2v6l-3-2',
  back: 'M10 3.5L5.5 8l4.5 4.5',
  on: 'M6 3.5L10.5 8 6 12.5',
} as const

const round = ['info', 'warning', 'error', 'success', 'pending']

/** A small sign that says nothing by itself: what it stands for is said in words beside it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="blocks-icon" viewBox="0 0 16 16" aria-hidden="true">
      {round.includes(name) && <circle cx="8" cy="8" r="6.75" />}
      <path d={paths[name]} />
    </svg>
  )
}
