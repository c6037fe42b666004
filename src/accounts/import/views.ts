import type { KnownBlock, ModalView } from '@slack/types'
import { sideName } from '../../partnerships/index.ts'
import type { Language } from '../../platform/i18n.ts'
import { buttons, context, cut, escaped, field, modal, section } from '../../platform/slack/blocks.ts'
import { pack } from '../../platform/slack/fold.ts'
import { sides } from '../account.ts'
import { showAll, withoutOwner } from '../messages.ts'
import { fromPlace as listOf } from '../place.ts'
import { accountLine } from '../views.ts'
import type { Change, Difference } from './difference.ts'
import type { Mending } from './mending.ts'
import * as say from './messages.ts'
import { fromPlace, type Place } from './place.ts'
import type { Wish, Wrong } from './row.ts'
import { mostPasted, mostRows } from './table.ts'

/** Who somebody is, by the id of the person. */
export type Names = ReadonlyMap<string, string>

/** @param notice what was wrong before; mrkdwn */
export function formView(language: Language, partnershipId: string, notice?: string): ModalView {
  return modal({
    id: 'accounts:import',
    title: say.title(language),
    submit: say.goOn(language),
    close: say.close(language),
    metadata: fromPlace({ partnershipId, draftId: '' }),
    blocks: [
      ...(notice === undefined ? [] : [section(`:warning: ${notice}`)]),
      section(say.explained(language, mostRows)),
      section(`\`\`\`\n${say.example(language)}\n\`\`\``),
      field({
        id: 'file',
        label: say.fileLabel(language),
        element: { type: 'file_input', filetypes: ['csv'], max_files: 1 },
        optional: true,
      }),
      field({
        id: 'text',
        label: say.textLabel(language),
        hint: say.textHint(language),
        element: { type: 'plain_text_input', multiline: true, max_length: mostPasted },
        optional: true,
      }),
    ],
  })
}

/** Stands there until the file is read. */
export function readingView(language: Language, partnershipId: string, externalId: string): ModalView {
  return { ...windowOf(language, partnershipId, [section(say.reading(language))]), external_id: externalId }
}

/**
 * What importing would do; nothing is saved yet. Where nothing would be, what is wrong can be put right in it.
 * @param leftOut headings of columns that are not used
 */
export function previewView(
  language: Language,
  place: Place,
  difference: Difference,
  { names, leftOut, mending }: { names: Names; leftOut: readonly string[]; mending: Mending | undefined },
): ModalView {
  const count = difference.added.length + difference.changed.length
  const advice = mending ? (count > 0 ? say.mendAfterwards : say.mendBelow) : say.mendInFile
  const blocks = [
    ...(count === 0 ? [section(say.nothingToDo(language))] : []),
    ...list(say.newOnes(language, difference.added.length), difference.added.map(addedLine(language, names)), language),
    ...list(
      say.changedOnes(language, difference.changed.length),
      difference.changed.map(changedLine(language, names)),
      language,
    ),
    ...(difference.same > 0 ? [section(say.sameOnes(language, difference.same))] : []),
    ...wrongList(difference.wrong, advice(language), language),
    ...(leftOut.length > 0 ? [context(say.columnsLeftOut(language, headings(leftOut, language)))] : []),
    onward(language, place.partnershipId),
  ]
  if (count === 0) return mendable(language, place.partnershipId, blocks, mending, difference.wrong.length)
  return {
    ...windowOf(language, place.partnershipId, blocks, say.importButton(language, count)),
    private_metadata: fromPlace(place),
  }
}

/** What importing did; what was wrong can be put right in it. */
export function resultView(
  language: Language,
  partnershipId: string,
  done: Difference,
  mending: Mending | undefined,
): ModalView {
  const [added, changed] = [done.added.length, done.changed.length]
  const outcome = added + changed > 0 ? say.imported(language, added, changed) : say.importedNothing(language)
  const advice = (mending ? say.mendBelow : say.mendInFile)(language)
  const blocks = [
    section(outcome),
    ...(done.same > 0 ? [section(say.sameOnes(language, done.same))] : []),
    ...wrongList(done.wrong, advice, language),
    onward(language, partnershipId),
  ]
  return mendable(language, partnershipId, blocks, mending, done.wrong.length)
}

/** Not that of the form: where a field keeps its id, Slack keeps what was pasted there instead of what is left of it. */
export const mendedField = 'mended'

/** With a field in which the rows that were left out are put right; it is read as pasted lines are. @param wrong how many rows */
function mendable(
  language: Language,
  partnershipId: string,
  blocks: KnownBlock[],
  mending: Mending | undefined,
  wrong: number,
): ModalView {
  if (!mending) return windowOf(language, partnershipId, blocks)
  const lines = field({
    id: mendedField,
    label: say.mendLabel(language),
    hint: say.mendHint(language, mending.count, wrong),
    element: { type: 'plain_text_input', multiline: true, max_length: mostPasted, initial_value: mending.text },
  })
  return {
    ...windowOf(language, partnershipId, [...blocks.slice(0, -1), lines, ...blocks.slice(-1)], say.goOn(language)),
    callback_id: 'accounts:import',
  }
}

/** It was imported before, in another window or by another click. */
export function goneView(language: Language, partnershipId: string): ModalView {
  return windowOf(language, partnershipId, [section(say.gone(language)), onward(language, partnershipId)])
}

function windowOf(language: Language, partnershipId: string, blocks: KnownBlock[], submit?: string): ModalView {
  return modal({
    id: 'accounts:save-import',
    title: say.title(language),
    ...(submit ? { submit } : {}),
    close: say.close(language),
    metadata: fromPlace({ partnershipId, draftId: '' }),
    blocks,
  })
}

const onward = (language: Language, partnershipId: string) =>
  buttons([
    { action: 'accounts:list', text: showAll(language), value: listOf({ partnershipId }) },
    { action: 'accounts:import', text: say.another(language), value: partnershipId },
  ])

const mostShown = 20

/** So many lines that they fit in a window however long they are; of the others, how many they are. */
function list(heading: string, lines: readonly string[], language: Language): KnownBlock[] {
  if (lines.length === 0) return []
  const more = lines.length > mostShown ? [say.andMore(language, lines.length - mostShown)] : []
  return pack([heading, ...lines.slice(0, mostShown), ...more], 2_900, '\n').map(section)
}

/** @param advice what to do about them */
function wrongList(wrong: readonly Wrong[], advice: string, language: Language): KnownBlock[] {
  const lines = wrong.map(({ line, name, problems }) => {
    const what = problems.map((one) => say.problem(language, one)).join(' ')
    return say.wrongRow(language, line, escaped(cut(name, 40)), what)
  })
  return list(say.wrongOnes(language, wrong.length, advice), lines, language)
}

const addedLine =
  (language: Language, names: Names) =>
  ({ name, tier, crmUrl, ownerIds }: Wish): string => {
    const owners = Object.fromEntries(
      sides.flatMap((side) => {
        const id = ownerIds[side]
        return id === undefined ? [] : [[side, { id, name: names.get(id) ?? '' }]]
      }),
    )
    const line = accountLine({ id: '', name, tier: tier ?? 'B', owners }, language)
    return `• ${line}${crmUrl === undefined ? '' : ` · ${link(crmUrl)}`}`
  }

const changedLine =
  (language: Language, names: Names) =>
  ({ account, to }: Change): string => {
    const tier = to.tier ? [say.from(language, say.tierHeading(language), account.tier, to.tier)] : []
    const owners = sides.flatMap((side) => {
      const id = to.ownerIds[side]
      if (id === undefined) return []
      const before = escaped(account.owners[side]?.name ?? withoutOwner(language))
      return [say.from(language, sideName(side, language), before, escaped(names.get(id) ?? ''))]
    })
    const crm = to.crmUrl === undefined ? [] : [`${say.linkHeading(language)}: ${link(to.crmUrl)}`]
    return `• *${escaped(account.name)}* · ${[...tier, ...owners, ...crm].join(' · ')}`
  }

/** To read, not to press: it is not saved yet, and some are long. */
const link = (url: string): string => escaped(cut(url.replace(/^https:\/\//, ''), 60))

/** So many that they fit in a line of small print. */
function headings(all: readonly string[], language: Language): string[] {
  const shown = all.slice(0, 10).map((one) => escaped(cut(one, 30)))
  return all.length > 10 ? [...shown, say.others(language, all.length - 10)] : shown
}
