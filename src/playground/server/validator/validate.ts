import { type Finding, inspect, type Look } from './inspect.ts'
import { message, messageBlocks } from './message.ts'
import type { Problem, Surface } from './problem.ts'
import type { Rule } from './rules.ts'
import { views } from './views.ts'

export { messagesOf, type Problem, type Surface } from './problem.ts'

/** What a surface holds, the pointer to it, and by which rule it is judged. */
export const roots: Record<Surface, { rule: Rule; pointer: string }> = {
  message: { rule: messageBlocks, pointer: '/blocks' },
  modal: { rule: views.modal, pointer: '/view' },
  home: { rule: views.home, pointer: '/view' },
}

/**
 * What Slack would refuse, by its documented limits; nothing when it would take it.
 * @param payload the blocks of a message, or a whole view
 */
export function validate(payload: unknown, surface: Surface): Problem[] {
  const { rule, pointer } = roots[surface]
  return problems(rule, payload, pointer, surface)
}

/**
 * The same for a message as a whole: its blocks, and what stands beside them.
 * @param payload `{ text, blocks, attachments, metadata, markdown_text }`
 */
export function validateMessage(payload: unknown): Problem[] {
  return problems(message, payload, '', 'message')
}

function problems(rule: Rule, payload: unknown, pointer: string, surface: Surface): Problem[] {
  const findings: Finding[] = []
  const look: Look = { surface, found: (finding) => findings.push(finding) }
  inspect(rule, payload, pointer, look)
  return findings.map(({ rule: _rule, aspect: _aspect, ...problem }) => problem)
}
