import { usersOf } from '../partnerships/index.ts'
import type { Feature } from '../platform/feature.ts'
import { exported } from './export.ts'
import { type AccountNeeds, followLeaders } from './follow.ts'
import { importListeners } from './import/slack.ts'
import { accountNudges, discussedSince, home } from './lines.ts'
import { commandHelp, commandUsage } from './messages.ts'
import { keepThem, openOwners, passOn, submitOwners } from './owners.ts'
import { part } from './part.ts'
import { editors, inheritors, leads, members, ownerChoosers, savers } from './rights.ts'
import { archiveOne, bringOneBack, putInFront, show, showArchived, showList, showOne, takeFromFront } from './slack.ts'
import { story } from './story.ts'
import { openAdd, openEdit, openNote, submitAccount, submitNote } from './write.ts'

export { discussedIn, pickAccounts, recordDiscussion } from './discussion-store.ts'
export type { Update } from './note.ts'
export type { Pick } from './pick.ts'
export { saveUpdates } from './timeline-store.ts'
export { accountLine } from './views.ts'
export type { AccountNeeds }

/** Key accounts: the customers that both sides look after. */
export function accounts(needs: AccountNeeds): Feature {
  return {
    name: 'accounts',
    part,
    words: [
      {
        words: {
          en: ['account', 'accounts', 'key account', 'key accounts', 'key-account', 'key-accounts'],
          nl: ['account', 'klant', 'klanten'],
        },
        usage: commandUsage,
        help: commandHelp,
        may: usersOf(part),
        run: show,
      },
    ],
    listeners: [
      { on: 'action', id: 'accounts:list', may: members, run: showList },
      { on: 'action', id: 'accounts:archived', may: members, run: showArchived },
      { on: 'action', id: 'accounts:open', may: members, run: showOne },
      { on: 'action', id: 'accounts:add', may: members, run: openAdd },
      { on: 'action', id: 'accounts:edit', may: editors, run: openEdit },
      { on: 'view', id: 'accounts:save', may: savers, submit: (submission) => submitAccount(submission, needs) },
      { on: 'action', id: 'accounts:note', may: members, run: openNote },
      { on: 'view', id: 'accounts:note', may: members, submit: submitNote },
      { on: 'action', id: 'accounts:next', may: members, run: (click) => putInFront(click, needs) },
      { on: 'action', id: 'accounts:not-next', may: members, run: (click) => takeFromFront(click, needs) },
      { on: 'action', id: 'accounts:archive', may: leads, run: (click) => archiveOne(click, needs) },
      { on: 'action', id: 'accounts:bring-back', may: leads, run: (click) => bringOneBack(click, needs) },
      { on: 'action', id: 'accounts:owners', may: ownerChoosers, run: openOwners },
      { on: 'action', id: 'accounts:give', may: inheritors, run: openOwners },
      {
        on: 'view',
        id: 'accounts:owners',
        may: ownerChoosers,
        submit: (submission) => submitOwners(submission, needs),
      },
      { on: 'action', id: 'accounts:keep', may: inheritors, run: (click) => keepThem(click, needs) },
      ...importListeners(needs),
    ],
    nudges: accountNudges,
    figures: discussedSince,
    home,
    export: exported,
    presenceChanged: followLeaders,
    personLeft: (trx, left, now) => passOn(trx, left, needs, now),
    story,
  }
}
