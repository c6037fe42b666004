import type { Language } from '../../platform/i18n.ts'
import type { Step } from '../content.ts'
import { linesOf, Misread, type TypedLine, unlikeEachOther } from './lines.ts'

type Part = 'marketing' | 'sales' | 'decides'

const labels: Record<Language, Record<Part, string>> = {
  en: { marketing: 'marketing', sales: 'sales', decides: 'decides' },
  nl: { marketing: 'marketing', sales: 'sales', decides: 'beslist' },
}
const parts: Record<string, Part> = {
  marketing: 'marketing',
  sales: 'sales',
  verkoop: 'sales',
  decides: 'decides',
  beslist: 'decides',
}
const labelled = new RegExp(`^(${Object.keys(parts).join('|')})\\s*:(.*)$`, 'iu')

/**
 * The name of a step on a line; below it `marketing: …`, `sales: …` and `decides: …`, in either language. Any other line begins
 * the next step.
 * @throws Misread
 */
export function readSteps(typed: string): Step[] {
  const read: { line: TypedLine; step: Step }[] = []
  for (const line of linesOf(typed)) {
    const [, label, said = ''] = labelled.exec(line.text) ?? []
    const part = label === undefined ? undefined : parts[label.toLowerCase()]
    const current = read.at(-1)
    if (part === undefined) read.push({ line, step: { step: line.text, marketing: '', sales: '', decides: '' } })
    else if (!current) throw new Misread({ what: 'no step', line })
    else current.step[part] = [current.step[part], said.trim()].filter((text) => text !== '').join('; ')
  }
  for (const { line, step } of read) {
    if (step.marketing === '' && step.sales === '') throw new Misread({ what: 'no work', line })
    if (step.decides === '') throw new Misread({ what: 'no decider', line })
  }
  unlikeEachOther(
    read.map(({ line }) => line),
    ({ text }) => text,
  )
  return read.map(({ step }) => step)
}

/** As somebody would type them. */
export function writeSteps(steps: readonly Step[], language: Language): string {
  const { marketing, sales, decides } = labels[language]
  const written = steps.map((one) =>
    [one.step, `${marketing}: ${one.marketing}`, `${sales}: ${one.sales}`, `${decides}: ${one.decides}`].join('\n'),
  )
  return written.join('\n\n')
}
