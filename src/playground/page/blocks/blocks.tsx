import type { Json } from '../../json.ts'

/** Blocks, one below the other. In a place (see `place.tsx`). */
export function Blocks({ blocks }: { blocks: Json[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, at) => (
        <div key={String(block.block_id ?? at)}>{String(block.type)}</div>
      ))}
    </div>
  )
}
