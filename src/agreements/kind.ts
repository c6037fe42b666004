/** What two teams agree on, in the order in which it is worth agreeing. */
export const kinds = [
  'lead_definition',
  'ideal_customer',
  'who_does_what',
  'data_standard',
  'rules',
  'shared_words',
] as const
export type Kind = (typeof kinds)[number]

/** As many as a person can keep apart, and as a message has room for. */
export const mostLeadTypes = 12

export const longestLeadType = 60

/** A lead type as it is typed: one space between words. */
export const asLeadType = (typed: string): string => typed.trim().replace(/\s+/g, ' ')

/** Two lead types with one key are the same: 'Demo request' and 'demo  request'. */
export const leadTypeKey = (typed: string): string => asLeadType(typed).toLowerCase()
