import { z } from 'zod'

const item = z.object({ id: z.string(), text: z.string(), required: z.boolean() })
/** One point of a checklist. Its id stays the same from version to version while it is the same point. */
export type Item = z.infer<typeof item>

const described = z.object({ name: z.string(), meaning: z.string(), keeper: z.string() })
/** A field of the customer records: what it means, and who keeps it up to date. */
export type DescribedField = z.infer<typeof described>

const step = z.object({ step: z.string(), marketing: z.string(), sales: z.string(), decides: z.string() })
/** One step of the way from a stranger to a customer; '' where a side has nothing to do in it. */
export type Step = z.infer<typeof step>

const word = z.object({ word: z.string(), meaning: z.string() })
export type SharedWord = z.infer<typeof word>

/** What an agreement says, by its kind; kept as JSON. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lead_definition'), criteria: z.array(item), fields: z.array(item) }),
  z.object({
    kind: z.literal('ideal_customer'),
    about: z.string(),
    profile: z.array(z.string()),
    exclusions: z.array(z.string()),
  }),
  z.object({ kind: z.literal('who_does_what'), steps: z.array(step) }),
  z.object({ kind: z.literal('data_standard'), fields: z.array(described) }),
  z.object({ kind: z.literal('rules'), rules: z.array(z.string()) }),
  z.object({ kind: z.literal('shared_words'), words: z.array(word) }),
])
export type Content = z.infer<typeof contentSchema>

/** Whether two texts say the same. */
export const sameContent = (one: Content, other: Content): boolean => JSON.stringify(one) === JSON.stringify(other)
