import { isJson, type Json, objects, textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { Link } from '../text/link.tsx'
import { PlainText } from '../text/plain-text.tsx'
import { RichText } from '../text/rich-text.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

const icons = { pending: 'pending', in_progress: 'pending', complete: 'success', error: 'error' } as const

function statusOf(task: Json): keyof typeof icons {
  const { status } = task
  return status === 'in_progress' || status === 'complete' || status === 'error' ? status : 'pending'
}

/** What an app is to do, with how far it is. */
export function TaskBlock({ block }: { block: Json }) {
  const said = useWords(words)
  const status = statusOf(block)
  const sources = objects(block.sources)
  const { details, output } = block
  return (
    <div class="blocks-task" data-status={status}>
      <Icon name={icons[status]} />
      <div class="blocks-task-body">
        <div class="blocks-task-title">
          <PlainText text={textOf(block.title) ?? ''} /> <span class="blocks-task-status">{said.statuses[status]}</span>
        </div>
        <Part label={said.details} text={details} />
        <Part label={said.output} text={output} />
        {sources.length > 0 && (
          <div class="blocks-task-part">
            <span class="blocks-task-label">{said.sources}</span>
            <ul class="blocks-task-sources">
              {sources.map((source) => (
                <li>
                  <Link address={textOf(source.url) ?? ''}>{textOf(source.text) ?? textOf(source.url)}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}

function Part({ label, text }: { label: string; text: unknown }) {
  return isJson(text) ? (
    <div class="blocks-task-part">
      <span class="blocks-task-label">{label}</span>
      <RichText block={text} />
    </div>
  ) : null
}

/** Tasks under one title. */
export function PlanBlock({ block }: { block: Json }) {
  const said = useWords(words)
  const tasks = objects(block.tasks)
  const done = tasks.filter((one) => statusOf(one) === 'complete').length
  return (
    <section class="blocks-plan">
      <div class="blocks-plan-head">
        <strong>
          <PlainText text={textOf(block.title) ?? ''} />
        </strong>
        {tasks.length > 0 && <span class="blocks-task-status">{said.progress(done, tasks.length)}</span>}
      </div>
      {tasks.map((task, at) => (
        <TaskBlock key={textOf(task.task_id) ?? at} block={task} />
      ))}
    </section>
  )
}
