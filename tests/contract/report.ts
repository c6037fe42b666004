import type { Comparison, Verdict } from './compare.ts'

/** One comparison as lines for the terminal; where they differ, with what each says and the payload itself. */
export function linesFor({ payload, agree, slack, ours }: Comparison): string[] {
  const name = `${payload.from} (${payload.argument})  ${payload.test}`
  if (agree) return [`agree   ${slack.ok ? 'taken  ' : 'refused'}  ${name}`]
  return [
    `DIFFER  ${name}`,
    `        Slack:      ${inWords(slack)}`,
    `        stand-in:   ${inWords(ours)}`,
    `        ${JSON.stringify(payload.content)}`,
  ]
}

function inWords(verdict: Verdict): string {
  return verdict.ok ? 'takes it' : `refuses it, ${verdict.error}: ${verdict.reasons.join('; ') || 'no reason given'}`
}
