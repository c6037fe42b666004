/** What a file can say of an account. */
export const columns = ['name', 'tier', 'marketing', 'sales', 'crm'] as const
export type Column = (typeof columns)[number]

const words: Record<Column, readonly string[]> = {
  name: [
    ...['name', 'account', 'account name', 'key account', 'customer', 'company', 'company name'],
    ...['naam', 'accountnaam', 'klant', 'klantnaam', 'bedrijf', 'bedrijfsnaam'],
  ],
  tier: ['tier', 'class', 'niveau', 'klasse'],
  marketing: ['marketing', 'marketing owner', 'owner marketing', 'marketing eigenaar', 'eigenaar marketing'],
  sales: ['sales', 'sales owner', 'owner sales', 'sales eigenaar', 'eigenaar sales', 'verkoop'],
  crm: ['crm', 'crm link', 'crm url', 'link', 'url'],
}

/** The column that a heading names, in either language; undefined where it is another one. */
export function columnOf(heading: string): Column | undefined {
  const key = heading
    .toLowerCase()
    .replaceAll(/[\s_.:-]+/g, ' ')
    .trim()
  return columns.find((column) => words[column].includes(key))
}
