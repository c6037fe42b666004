import type { Item } from '../../platform/rendered.ts'

/** Lines under one heading. */
export interface Section {
  /** Plain text. */
  heading: string
  items: readonly Item[]
}

/**
 * Parts sections into pages, in order, so that what stands on a page fits. A section that goes on, goes on under its heading.
 * @param rooms how many blocks the pages have, the first and each of the others; a heading takes one, a line two
 * @param most lines on a page
 * @returns at least one page
 */
export function paged(
  sections: readonly Section[],
  rooms: { first: number; other: number },
  most: number,
): Section[][] {
  const pages: Section[][] = []
  let [room, lines] = [0, 0]
  for (const { heading, items } of sections)
    for (const item of items) {
      const last = pages.at(-1)?.at(-1)
      const goesOn = last?.heading === heading && room >= 2
      if (lines === most || room < (goesOn ? 2 : 3)) {
        room = pages.length === 0 ? rooms.first : rooms.other
        lines = 0
        pages.push([])
      }
      const page = pages.at(-1) ?? []
      const open = page.at(-1)
      if (open?.heading === heading) {
        page[page.length - 1] = { heading, items: [...open.items, item] }
        room -= 2
      } else {
        page.push({ heading, items: [item] })
        room -= 3
      }
      lines += 1
    }
  return pages.length > 0 ? pages : [[]]
}
