/** The people and the teams, as everything that is said to them knows them. */
import type { Language } from './i18n.ts'

/** A person as everyone may know them. */
export interface Person {
  id: string
  workspaceId: string
  slackId: string
  name: string
  language: Language
  /** IANA name. */
  zone: string
  kind: 'member' | 'guest' | 'external' | 'bot'
  admin: boolean
  /** When they want their gathered message: every working day, on the first of a week, or never: Home only. */
  messages: 'daily' | 'monday' | 'home'
}

export interface PartnershipRef {
  id: string
  workspaceId: string
  name: string
  language: Language
  zone: string
}
