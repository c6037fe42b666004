import { z } from 'zod'
import { type Kind, kinds } from './kind.ts'

/** What a button or a form is about: an agreement, or one that is yet to be written. */
export interface Place {
  partnershipId: string
  kind: Kind
  agreementId: string | undefined
  /** The version that was before them. */
  versionId: string | undefined
  /** Of a history. */
  page?: number
}

/** Ids and kinds have no colon. Fits in a button's value. */
export function fromPlace({ partnershipId, kind, agreementId, versionId, page }: Place): string {
  return [partnershipId, kind, agreementId ?? '', versionId ?? '', ...(page ? [page] : [])].join(':')
}

/** @throws ZodError where no button of ours says so */
export function toPlace(value: string): Place {
  const [partnershipId = '', kind, agreementId = '', versionId = '', page = '0'] = value.split(':')
  return {
    partnershipId,
    kind: z.enum(kinds).parse(kind),
    agreementId: agreementId || undefined,
    versionId: versionId || undefined,
    page: z.coerce.number().int().min(0).parse(page),
  }
}
