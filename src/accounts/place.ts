/** What a button or a window is about: a list, or an account of it. */
export interface Place {
  partnershipId: string
  accountId?: string | undefined
  /** Of a list or of a timeline; 0 is the first. */
  page?: number
  /** A name that was typed. */
  name?: string
}

/** Ids have no colon; the name stands last. Fits in a button's value. */
export const fromPlace = ({ partnershipId, accountId = '', page = 0, name = '' }: Place): string =>
  [partnershipId, accountId, page, name].join(':')

export function toPlace(value: string): Place & { page: number; name: string } {
  const [partnershipId = '', accountId, page, ...name] = value.split(':')
  return { partnershipId, accountId: accountId || undefined, page: toNumber(page), name: name.join(':') }
}

/** What a form changes: an account as it was then; a new one without. */
export interface Editing {
  partnershipId: string
  accountId: string | undefined
  revision: number
}

/** Begins as a place does. */
export const fromEditing = ({ partnershipId, accountId = '', revision }: Editing): string =>
  [partnershipId, accountId, revision].join(':')

export function toEditing(metadata: string): Editing {
  const [partnershipId = '', accountId, revision] = metadata.split(':')
  return { partnershipId, accountId: accountId || undefined, revision: toNumber(revision) }
}

/** Accounts whose owners are chosen: those without any; or those that came to somebody from who left. */
export interface Choosing {
  partnershipId: string
  formerId: string | undefined
  /** How many stand before those in the window. */
  from: number
}

export const fromChoosing = ({ partnershipId, formerId = '', from }: Choosing): string =>
  [partnershipId, formerId, from].join(':')

export function toChoosing(value: string): Choosing {
  const [partnershipId = '', formerId, from] = value.split(':')
  return { partnershipId, formerId: formerId || undefined, from: toNumber(from) }
}

function toNumber(text = '0'): number {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}
