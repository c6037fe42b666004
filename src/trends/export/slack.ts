import type { WebClient } from '@slack/web-api'
import { toLocal } from '../../calendar/wall-time.ts'
import { audit } from '../../platform/audit.ts'
import type { ExportTable } from '../../platform/feature.ts'
import type { Command } from '../../platform/interaction.ts'
import { said } from '../../platform/slack/blocks.ts'
import { classify } from '../../platform/slack/trouble.ts'
import type { TrendNeeds } from '../needs.ts'
import { toCsv } from './csv.ts'
import * as say from './messages.ts'

/** `/rondo export`: all that somebody may see, as files in their direct message. It is noted before it is handed over. */
export async function exportAll(command: Command, { tables }: TrendNeeds): Promise<void> {
  const { db, slack, person, now, reply } = command
  const { language, zone } = person
  const full = (await tables(db, person, now)).filter(({ rows }) => rows.length > 0)
  if (full.length === 0) return reply(said(say.nothing(language)))
  const about = Object.fromEntries(full.map(({ name, rows }) => [name, rows.length]))
  await db.transaction().execute((trx) => audit(trx, person, { what: 'trends:export', about }, now))
  const day = toLocal(now, zone).date
  try {
    await handOver(
      slack,
      person.slackId,
      full.map((table) => toFile(table, day)),
      say.files(language, full.length),
    )
  } catch (error) {
    if (!isForbidden(error)) throw error
    return reply(said(say.filesForbidden(language)))
  }
  await reply(said(say.sent(language, full.length)))

  function toFile(table: ExportTable, date: string): CsvFile {
    return { name: `rondo-${table.name}-${date}.csv`, content: toCsv(table, language) }
  }
}

/** What an admin of the workspace decides, and nobody can mend by trying again. */
const forbidden = /^(file_uploads_disabled|file_type_not_allowed|file_upload_size_restricted|storage_limit_reached)$/

function isForbidden(error: unknown): boolean {
  const trouble = classify(error)
  return 'code' in trouble && forbidden.test(trouble.code)
}

interface CsvFile {
  name: string
  content: string
}

async function handOver(slack: WebClient, slackId: string, files: readonly CsvFile[], comment: string): Promise<void> {
  const { channel } = await slack.conversations.open({ users: slackId })
  if (!channel?.id) throw new Error('Slack opened no direct message')
  await slack.filesUploadV2({
    channel_id: channel.id,
    initial_comment: comment,
    file_uploads: files.map(({ name, content }) => ({ file: Buffer.from(content), filename: name })),
  })
}
