import { type Language, phrase } from '../platform/i18n.ts'
import { everythingElse } from './contacts/messages.ts'
import type { Role } from './people/member.ts'

export const fileName = phrase({ en: 'people', nl: 'mensen' })
export const columns = (language: Language): string[] => headings.map((heading) => heading(language))
const headings = [
  phrase({ en: 'Cooperation', nl: 'Samenwerking' }),
  phrase({ en: 'Team', nl: 'Team' }),
  phrase({ en: 'Name', nl: 'Naam' }),
  phrase({ en: 'Role', nl: 'Rol' }),
  phrase({ en: 'Contact person for', nl: 'Aanspreekpunt voor' }),
]

const roles: Record<Role, ReturnType<typeof phrase<[]>>> = {
  team_lead: phrase({ en: 'team lead', nl: 'teamlead' }),
  deputy: phrase({ en: 'deputy', nl: 'vervanger' }),
  contact_person: everythingElse,
}
export const roleWords = (role: Role, language: Language): string => roles[role](language)
