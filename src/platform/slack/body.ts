/** The body of a request to `/slack/events`, taken apart as Slack puts it together. */
import { parse } from 'node:querystring'

export type Parcel =
  | { kind: 'command' | 'interactive' | 'event'; payload: Record<string, unknown> }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'ssl_check' }

/**
 * @param contentType as in the header: a form or JSON, in UTF-8
 * @returns undefined where it is neither, is not an object, or says something twice
 */
export function openParcel(contentType: string | undefined, body: Buffer): Parcel | undefined {
  const type = mediaType(contentType)
  if (type === 'application/x-www-form-urlencoded') return ofForm(body.toString())
  if (type === 'application/json') return ofJson(body.toString())
  return undefined
}

/** Slack's check of the certificate: unsigned, and nothing else may hide in it. */
export function isSslCheck(contentType: string | undefined, body: Buffer): boolean {
  if (body.length > 200 || mediaType(contentType) !== 'application/x-www-form-urlencoded') return false
  const { ssl_check: check, token: _, ...rest } = parse(body.toString())
  return check === '1' && Object.keys(rest).length === 0
}

function ofForm(text: string): Parcel | undefined {
  const fields = parse(text)
  if (Object.values(fields).some((value) => typeof value !== 'string')) return undefined
  if (fields.ssl_check !== undefined) return fields.ssl_check === '1' ? { kind: 'ssl_check' } : undefined
  if (fields.payload === undefined) return { kind: 'command', payload: fields }
  const payload = jsonObject(String(fields.payload))
  return payload && { kind: 'interactive', payload }
}

function ofJson(text: string): Parcel | undefined {
  const payload = jsonObject(text)
  if (payload?.type !== 'url_verification') return payload && { kind: 'event', payload }
  return typeof payload.challenge === 'string' ? { kind: 'challenge', challenge: payload.challenge } : undefined
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** RFC 9110, 8.3.1: the type in any case; of the parameters only a charset matters, and it must be UTF-8. */
function mediaType(header: string | undefined): string | undefined {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  return charset === undefined || /^"?utf-?8"?$/.test(charset) ? type : undefined
}
