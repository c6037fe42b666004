import { signOf } from './emoji.ts'

/** An emoji by Slack's name; its name where no sign is known. */
export function EmojiSign({ name, sign = signOf(name) }: { name: string; sign?: string | undefined }) {
  const called = `:${name}:`
  if (sign === undefined) return <span>{called}</span>
  return (
    <span class="text-emoji" role="img" aria-label={name.replaceAll(/[_-]+/g, ' ')} title={called}>
      {sign}
    </span>
  )
}
