import type { Plotted } from './chart-data.ts'

/** Round values that an axis names, from below the least to above the most. */
export function ticks(least: number, most: number, count = 5): number[] {
  const span = most - least || Math.abs(most) || 1
  const step = niceStep(span / count)
  const first = Math.floor(least / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)))
}

/** One, two, two and a half, five or ten times a power of ten: the least that is not below `rough`. */
function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough * 0.999) ?? 10
  return nice * power
}

/** The axis of values. Bars and areas stand on zero; lines do where that takes at most half of the height. */
export function valueTicks({ kind, series }: Plotted): number[] {
  const values = series.flatMap((one) => one.values.filter((value) => value !== undefined))
  const least = Math.min(...values)
  const most = Math.max(...values)
  if (values.length === 0) return [0, 1]
  const onZero = kind !== 'line' || (least >= 0 && least <= most / 2)
  return onZero ? ticks(Math.min(0, least), Math.max(0, most)) : ticks(least, most)
}

/** How wide a text of the axes is, about, in pixels. */
export function textWidth(text: string): number {
  return [...text].length * 6.6
}

/** Every how manyth label fits beside the next. @param band the pixels a category has */
export function labelStep(labels: string[], band: number): number {
  const widest = Math.max(...labels.map((label) => Math.min(textWidth(label), mostLabelWidth)))
  return Math.max(1, Math.ceil((widest + 16) / band))
}

const mostLabelWidth = 110

/** A label as far as there is room for it. */
export function fitted(label: string, room: number): string {
  const count = Math.max(3, Math.floor(Math.min(room, mostLabelWidth) / 6.6))
  const signs = [...label]
  return signs.length > count ? `${signs.slice(0, count - 1).join('')}…` : label
}
