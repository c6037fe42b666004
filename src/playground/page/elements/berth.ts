export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** Where something floats: its own corner and how large it may be, all in CSS pixels. */
export interface Berth {
  left: number
  top: number
  width: number
  maxHeight: number
}

const edge = 8
const narrow = 480
/** Room in which a list is still easily read: with so much beneath it does not cover what stands above. */
const enough = 240

/**
 * Room for a list at what it belongs to: beneath it, or above where there is more room; always within what one sees.
 * @param wanted how large it would like to be @param seen the part of the window that is not covered by a keyboard
 */
export function berthAt(anchor: Box, wanted: { width: number; height: number }, seen: Box): Berth {
  const full = seen.width - 2 * edge
  const width = seen.width <= narrow ? full : Math.min(Math.max(anchor.width, wanted.width), full)
  const left = Math.min(Math.max(anchor.left, seen.left + edge), seen.left + seen.width - edge - width)
  const bottom = seen.top + seen.height - edge
  const beneath = bottom - (anchor.top + anchor.height + 4)
  const above = anchor.top - 4 - (seen.top + edge)
  const fits = beneath >= Math.min(wanted.height, enough) || beneath >= above
  const room = Math.max(fits ? beneath : above, Math.min(160, seen.height - 2 * edge))
  const height = Math.min(wanted.height, room)
  const wish = fits ? anchor.top + anchor.height + 4 : anchor.top - 4 - height
  return { left, top: Math.max(seen.top + edge, Math.min(wish, bottom - height)), width, maxHeight: room }
}
