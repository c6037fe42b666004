const paths = {
  hash: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M2.5 5.8h11.3M2.2 10.2h11.3',
  lock: 'M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3.5 7h9v6.5h-9z',
  smile: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M5.2 9.6a3.2 3.2 0 0 0 5.6 0M5.9 6.2v.4M10.1 6.2v.4',
  reply: 'M2.5 3h11v8H8l-3 2.8V11H2.5z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  send: 'M2.5 13.5 14 8 2.5 2.5 4 8zM4 8h5',
  bolt: 'M9.5 1.5 3.5 9H8l-1.5 5.5 6-7.5H8z',
  search: 'M7 2.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6M10.5 10.5l3.3 3.3',
  people:
    'M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3M1.8 13c0-2.4 1.8-3.9 4.2-3.9s4.2 1.5 4.2 3.9M10.8 3.4a2.1 2.1 0 0 1 0 3.8M12 9.4c1.4.5 2.2 1.8 2.2 3.6',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  down: 'M8 2.5v11M3.5 9 8 13.5 12.5 9',
  fold: 'm4 6 4 4 4-4',
  link: 'M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.4-2.4A2.6 2.6 0 0 0 9 3.3l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8',
}

/** A small picture beside words; says nothing by itself. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="workspace-icon" viewBox="0 0 16 16" aria-hidden="true" data-name={name}>
      <path d={paths[name]} />
    </svg>
  )
}
