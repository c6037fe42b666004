/** Figures as a person reads them in a table. */
export function figure(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value)
}

/** Figures along an axis, where there is little room. */
export function axisFigure(value: number, locale: string): string {
  const compact = Math.abs(value) >= 10_000
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: compact ? 1 : 6,
    ...(compact && { notation: 'compact' }),
  }).format(value)
}

export function share(value: number, total: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value / total)
}
