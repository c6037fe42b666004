// Only the names: with its tags and descriptions the package is three times as much to load as all the rest of the page.
import { nameToEmoji } from 'gemoji'

/** Slack's names that differ from GitHub's, as far as people use them. */
const slackNames: Readonly<Record<string, string>> = {
  double_vertical_bar: 'pause_button',
  face_palm: 'facepalm',
  face_with_monocle: 'monocle_face',
  face_with_rolling_eyes: 'roll_eyes',
  hugging_face: 'hugs',
  knife_fork_plate: 'plate_with_cutlery',
  large_brown_circle: 'brown_circle',
  large_brown_square: 'brown_square',
  large_green_circle: 'green_circle',
  large_green_square: 'green_square',
  large_orange_circle: 'orange_circle',
  large_orange_square: 'orange_square',
  large_purple_circle: 'purple_circle',
  large_purple_square: 'purple_square',
  large_red_square: 'red_square',
  large_yellow_circle: 'yellow_circle',
  large_yellow_square: 'yellow_square',
  party_popper: 'tada',
  rolled_up_newspaper: 'newspaper_roll',
  rolling_on_the_floor_laughing: 'rofl',
  simple_smile: 'slightly_smiling_face',
  smiling_face_with_3_hearts: 'smiling_face_with_three_hearts',
  spiral_calendar_pad: 'spiral_calendar',
  'star-struck': 'star_struck',
  thinking_face: 'thinking',
  white_frowning_face: 'frowning_face',
}

/** The sign of an emoji by Slack's name, with or without `::skin-tone-2` to `6`; undefined where none is known. */
export function signOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-')
  const sign = own(nameToEmoji, base) ?? own(nameToEmoji, own(slackNames, base) ?? '') ?? flag(base) ?? person(base)
  if (sign === undefined || tone === undefined) return sign
  return /^[2-6]$/.test(tone) ? toned(sign, Number(tone)) : sign
}

/** As `signOf`; the name as people type it, `:name:`, where no sign is known. */
export function emojiOf(name: string): string {
  return signOf(name) ?? `:${name}:`
}

function own(names: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined
}

const letterA = 0x1f1e6

/** `flag-nl` is written with two regional letters. */
function flag(name: string): string | undefined {
  const country = /^flag-([a-z]{2})$/.exec(name)?.[1]
  return country && [...country].map((one) => String.fromCodePoint(letterA + one.charCodeAt(0) - 97)).join('')
}

/** Slack says `male-technologist` and `woman-shrugging` where GitHub says `man_technologist` and `woman_shrugging`. */
function person(name: string): string | undefined {
  const [, who, what] = /^(male|female|man|woman)-(.+)$/.exec(name) ?? []
  if (!who || !what) return undefined
  const gender = who === 'male' ? 'man' : who === 'female' ? 'woman' : who
  return own(nameToEmoji, `${gender}_${what.replaceAll('-', '_')}`)
}

/** The modifiers of Unicode begin with the lightest, which Slack calls tone 2. */
const firstTone = 0x1f3fb

function toned(sign: string, tone: number): string {
  const [head = '', ...rest] = [...sign]
  if (!/\p{Emoji_Modifier_Base}/u.test(head)) return sign
  const modifier = String.fromCodePoint(firstTone + tone - 2)
  return head + modifier + rest.join('').replace(/^\uFE0F/, '')
}

export interface Emoji {
  name: string
  sign: string
}

/** Emoji whose name has the query in it, those whose name begins with it first. @returns at most `most`, each sign once */
export function findEmoji(query: string, most = 30): Emoji[] {
  const wanted = query
    .toLowerCase()
    .replaceAll(':', '')
    .replaceAll(/[\s-]+/g, '_')
  const fitting = Object.entries(nameToEmoji).filter(([name]) => name.includes(wanted))
  const ranked = fitting.toSorted(([a], [b]) => rankOf(a, wanted) - rankOf(b, wanted))
  const nameBySign = new Map<string, string>()
  for (const [name, sign] of ranked) if (!nameBySign.has(sign)) nameBySign.set(sign, name)
  return [...nameBySign].slice(0, most).map(([sign, name]) => ({ name, sign }))
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  return name.startsWith(wanted) ? 1 : 2
}
