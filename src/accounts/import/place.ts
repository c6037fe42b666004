/** What a window is about: the partnership, and what somebody is about to import. Ids have no colon. */
export interface Place {
  partnershipId: string
  draftId: string
}

export const fromPlace = ({ partnershipId, draftId }: Place): string => `${partnershipId}:${draftId}`

export function toPlace(value: string): Place {
  const [partnershipId = '', draftId = ''] = value.split(':')
  return { partnershipId, draftId }
}
