import { crc32, deflateSync, inflateSync } from 'node:zlib'

interface Pixels {
  width: number
  height: number
  /** Three bytes for each, row by row. */
  rgb: Uint8Array
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const mostColours = 256

/** The same picture with its 256 most frequent colours: about a third of the size for a page of text. @param png as Chromium takes it */
export function withFewerColours(png: Uint8Array): Uint8Array {
  const { width, height, rgb } = pixelsOf(Buffer.from(png))
  const counts = new Map<number, number>()
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colourAt(rgb, at)
    colours[at] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostColours)
    .map(([colour]) => colour)
  const places = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]))
  // Each row begins with how it is told from the one above: not at all, which suits few colours best.
  const rows = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = places.get(colour) ?? 0
  })
  return Buffer.concat([
    signature,
    chunk('IHDR', headOf(width, height)),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Throws for anything but eight bits of red, green and blue without interlacing. @see https://www.w3.org/TR/png-3/ */
function pixelsOf(png: Buffer): Pixels {
  const parts = chunksOf(png)
  const head = parts.find(({ name }) => name === 'IHDR')?.data
  if (head?.[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error('This is not a picture of that kind.')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const packed = parts.filter(({ name }) => name === 'IDAT').map(({ data }) => data)
  return { width, height, rgb: unfiltered(inflateSync(Buffer.concat(packed)), width * 3, height) }
}

function chunksOf(png: Buffer): { name: string; data: Buffer }[] {
  const found = []
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    found.push({ name: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return found
}

/** Each byte was told as the difference from what its neighbours foretell. */
function unfiltered(told: Buffer, stride: number, height: number): Uint8Array {
  const rgb = new Uint8Array(stride * height)
  for (let row = 0; row < height; row += 1) {
    const filter = told[row * (stride + 1)] ?? 0
    for (let column = 0; column < stride; column += 1) {
      const at = row * stride + column
      const left = column < 3 ? 0 : (rgb[at - 3] ?? 0)
      const up = row === 0 ? 0 : (rgb[at - stride] ?? 0)
      const corner = column < 3 || row === 0 ? 0 : (rgb[at - stride - 3] ?? 0)
      rgb[at] = (told[at + row + 1] ?? 0) + foretold(filter, left, up, corner)
    }
  }
  return rgb
}

function foretold(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function headOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits each, of a palette.
  head.set([8, 3], 8)
  return head
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

const colourAt = (rgb: Uint8Array, at: number) =>
  ((rgb[at * 3] ?? 0) << 16) | ((rgb[at * 3 + 1] ?? 0) << 8) | (rgb[at * 3 + 2] ?? 0)

const partsOf = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255]

function nearest(colour: number, palette: number[]): number {
  const [red, green, blue] = partsOf(colour)
  const distances = palette.map((one) => {
    const [r, g, b] = partsOf(one)
    return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2
  })
  return distances.indexOf(Math.min(...distances))
}
