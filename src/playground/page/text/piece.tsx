import { Inlines } from './inline.tsx'
import type { Item, Piece } from './pieces.ts'

/** Paragraphs, lists, quotes and the like, one below the other. A single paragraph is only its line. */
export function Pieces({ pieces, name = 'text' }: { pieces: Piece[]; name?: string }) {
  const [first, ...more] = pieces
  if (first?.is === 'paragraph' && more.length === 0)
    return (
      <span class={`${name} text-paragraph`}>
        <Inlines inner={first.inner} />
      </span>
    )
  return (
    <div class={`${name} text-pieces`}>
      <Below pieces={pieces} />
    </div>
  )
}

function Below({ pieces }: { pieces: Piece[] }) {
  return pieces.map((piece, at) => <OnePiece key={at} piece={piece} />)
}

function OnePiece({ piece }: { piece: Piece }) {
  switch (piece.is) {
    case 'paragraph':
      return (
        <p class="text-paragraph">
          <Inlines inner={piece.inner} />
        </p>
      )
    case 'heading':
      return (
        <Heading level={piece.level}>
          <Inlines inner={piece.inner} />
        </Heading>
      )
    case 'quote':
      return (
        <blockquote class="text-quote">
          <Below pieces={piece.inner} />
        </blockquote>
      )
    case 'code':
      return (
        <pre class="text-pre">
          <Inlines inner={piece.inner} />
        </pre>
      )
    case 'list':
      return <List piece={piece} />
    case 'rule':
      return <hr class="text-rule" />
    case 'table':
      return <Table piece={piece} />
  }
}

/** A message is no page: its headings begin at the third level. */
function Heading({ level, children }: { level: number; children: preact.ComponentChildren }) {
  if (level <= 1) return <h3 class="text-heading">{children}</h3>
  if (level === 2) return <h4 class="text-heading">{children}</h4>
  return <h5 class="text-heading">{children}</h5>
}

function List({ piece }: { piece: Extract<Piece, { is: 'list' }> }) {
  const items = piece.items.map((item, at) => <ListItem key={at} item={item} />)
  return piece.ordered ? (
    <ol class="text-list" start={piece.start}>
      {items}
    </ol>
  ) : (
    <ul class="text-list">{items}</ul>
  )
}

function ListItem({ item: { inner, done, below } }: { item: Item }) {
  return (
    <li data-task={done === undefined ? undefined : 'true'}>
      {done !== undefined && (
        <span class="text-task" role="img" aria-label={done ? '✓' : '–'}>
          {done ? '☑' : '☐'}
        </span>
      )}
      <span class="text-paragraph">
        <Inlines inner={inner} />
      </span>
      <Below pieces={below} />
    </li>
  )
}

function Table({ piece: { head, rows, aligns } }: { piece: Extract<Piece, { is: 'table' }> }) {
  return (
    <div class="text-table-scroll">
      <table class="text-table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col" data-align={aligns[at]}>
                <Inlines inner={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) => (
                <td key={at} data-align={aligns[at]}>
                  <Inlines inner={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
