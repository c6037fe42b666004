import { en } from './words-en.ts'
import { nl } from './words-nl.ts'

/** What the shell says of itself. */
export const words = { en, nl }
