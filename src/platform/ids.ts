import { createHash, randomBytes } from 'node:crypto'

/**
 * A new UUID of version 7 (RFC 9562, section 5.7): sortable by time, 74 random bits.
 * @param now epoch milliseconds
 */
export function newId(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  return toUuid(bytes, 7)
}

/**
 * The UUID of version 8 (RFC 9562, section 5.8) that these names stand for: always the same one, also after a backup was put
 * back. From SHA-256 over the names, each with its length.
 */
export function idOf(...names: string[]): string {
  const hash = createHash('sha256')
  for (const name of names) hash.update(`${name.length}:${name}`)
  return toUuid(hash.digest().subarray(0, 16), 8)
}

function toUuid(bytes: Buffer, version: 7 | 8): string {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
