import { randomInt } from 'node:crypto'

// Nothing that is read for something else: no 0 and o, no 1, l and i.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Six characters by which a person and a log line speak of the same trouble. */
export function reference(): string {
  return Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
}
