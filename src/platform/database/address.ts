export type Address = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

/** Where a database is: 'sqlite:./rondo.db', 'sqlite::memory:' or 'postgres://user:password@host:5432/rondo'; undefined for any other spelling. */
export function findAddress(url: string): Address | undefined {
  if (/^sqlite:./.test(url)) return { engine: 'sqlite', file: url.slice('sqlite:'.length) }
  return /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url) ? { engine: 'postgres', url } : undefined
}
