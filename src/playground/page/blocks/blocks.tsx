import type { ComponentType } from 'preact'
import { useMemo } from 'preact/hooks'
import { type Json, textOf } from '../../json.ts'
import { MarkdownText } from '../text/markdown-text.tsx'
import { RichText } from '../text/rich-text.tsx'
import { ActionsBlock } from './actions.tsx'
import { AlertBlock } from './alert.tsx'
import { CardBlock } from './card.tsx'
import { CarouselBlock } from './carousel.tsx'
import { ChartBlock } from './chart/chart.tsx'
import { ContainerBlock } from './container.tsx'
import { ContextBlock } from './context.tsx'
import { DataTableBlock } from './data-table.tsx'
import { Guarded } from './guarded.tsx'
import { HeaderBlock } from './header.tsx'
import { ImageBlock } from './image.tsx'
import { InputBlock } from './input.tsx'
import { FileBlock, VideoBlock } from './media.tsx'
import { SectionBlock } from './section.tsx'
import { TableBlock } from './table.tsx'
import { PlanBlock, TaskBlock } from './task.tsx'
import { UnknownBlock } from './unknown.tsx'

/** Blocks, one below the other. In a place (see `place.tsx`). */
export function Blocks({ blocks }: { blocks: Json[] }) {
  const drawn = useMemo(
    () => blocks.map((block, at) => <Block key={textOf(block.block_id) ?? at} block={block} />),
    [blocks],
  )
  return <div class="blocks">{drawn}</div>
}

function Block({ block }: { block: Json }) {
  const Drawing = Object.hasOwn(drawings, String(block.type)) ? drawings[String(block.type)] : undefined
  if (!Drawing) return <UnknownBlock type={block.type} />
  return (
    <Guarded what={block}>
      <Drawing block={block} />
    </Guarded>
  )
}

const drawings: Record<string, ComponentType<{ block: Json }>> = {
  actions: ActionsBlock,
  alert: AlertBlock,
  card: CardBlock,
  carousel: CarouselBlock,
  container: ContainerBlock,
  context: ContextBlock,
  context_actions: ActionsBlock,
  data_table: DataTableBlock,
  data_visualization: ChartBlock,
  divider: () => <hr class="blocks-divider" />,
  file: FileBlock,
  header: HeaderBlock,
  image: ImageBlock,
  input: InputBlock,
  markdown: ({ block }) => <MarkdownText text={textOf(block.text) ?? ''} />,
  plan: PlanBlock,
  rich_text: RichText,
  section: SectionBlock,
  table: TableBlock,
  task_card: TaskBlock,
  video: VideoBlock,
}
