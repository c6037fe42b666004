/** Colours that white letters can be read on; `--avatar-1` and on in the tokens. */
const colours = 8

/** The first letters of the first and the last name: `Sanne de Wit` is SW. A name without letters gives '?'. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ''))
    .filter((word) => word !== '')
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase()).join('') || '?'
}

/** The colour of a person, the same everywhere and always. @returns a CSS colour */
export function colourOf(id: string): string {
  let sum = 0
  for (const sign of id) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0
  return `var(--avatar-${(sum % colours) + 1})`
}
