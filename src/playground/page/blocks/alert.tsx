import type { Json } from '../../json.ts'
import { useWords } from '../reading.ts'
import { TextObject } from '../text/text-object.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

const levels = ['default', 'info', 'warning', 'error', 'success'] as const

export function AlertBlock({ block }: { block: Json }) {
  const said = useWords(words)
  const level = levels.find((one) => one === block.level) ?? 'default'
  return (
    <div class="blocks-alert" data-level={level}>
      <Icon name={level === 'default' ? 'info' : level} />
      <span class="visually-hidden">{said.levels[level]}: </span>
      <TextObject text={block.text} />
    </div>
  )
}
