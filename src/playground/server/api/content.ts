import { isJson, type Json, objects, parseJson, textOf } from '../../json.ts'
import { withIds } from '../blocks.ts'
import { refuse } from '../refusal.ts'
import { messagesOf, type Problem, validate } from '../validator/validate.ts'
import type { StoredFile, Workspace } from '../workspace.ts'
import { text } from './method.ts'

export interface Content {
  text: string
  blocks?: Json[]
  attachments?: Json[]
  metadata?: Json
  /** `message_truncated` and such. */
  warnings: string[]
}

const mostText = 40_000
const mostAttachments = 100
/** Slack names no figure; the product keeps its keys far smaller. */
const mostMetadataBytes = 1024

/** What reading a message's contents can refuse. */
export const contentErrors = [
  'no_text',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_attachments',
  'too_many_attachments',
  'markdown_text_conflict',
]
export const metadataErrors = ['invalid_metadata_format', 'invalid_metadata_schema', 'metadata_too_large']

/** What is to be said: checked blocks with ids, text, metadata. Refuses what Slack refuses. */
export function readContent(workspace: Workspace, args: Json): Content {
  const markdown = text(args, 'markdown_text')
  const said = text(args, 'text') ?? ''
  if (markdown !== undefined && (said !== '' || args.blocks !== undefined)) refuse('markdown_text_conflict')
  const blocks = markdown === undefined ? readBlocks(workspace, args.blocks) : [{ type: 'markdown', text: markdown }]
  const attachments = readAttachments(workspace, args.attachments)
  if (said.trim() === '' && !blocks?.length && !attachments?.length) refuse('no_text')
  const metadata = readMetadata(args.metadata)
  const points = said.length > mostText ? [...said] : []
  return {
    text: points.length > mostText ? points.slice(0, mostText).join('') : said,
    ...(blocks?.length && { blocks }),
    ...(attachments?.length && { attachments }),
    ...(metadata && { metadata }),
    warnings: points.length > mostText ? ['message_truncated'] : [],
  }
}

/** Blocks with their ids; undefined when none were given. */
export function readBlocks(workspace: Workspace, given: unknown): Json[] | undefined {
  const blocks = typeof given === 'string' ? parseJson(given) : given
  if (given === undefined || given === null || given === '') return undefined
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format')
  const problems = [...validate(blocks, 'message'), ...missingFiles(workspace, objects(blocks))]
  if (problems.length) refuseBlocks(problems)
  return withIds(objects(blocks), workspace.ids)
}

/** Pictures that name a file which is not there, not shared with the app, or still being looked at by Slack. */
function missingFiles(workspace: Workspace, blocks: Json[]): Problem[] {
  const pictures = blocks.flatMap((block, at) => [
    { picture: block, pointer: `/blocks/${at}` },
    ...(isJson(block.accessory) ? [{ picture: block.accessory, pointer: `/blocks/${at}/accessory` }] : []),
    ...objects(block.elements).map((picture, n) => ({ picture, pointer: `/blocks/${at}/elements/${n}` })),
  ])
  return pictures.flatMap(({ picture, pointer }) => {
    const id = isJson(picture.slack_file) ? textOf(picture.slack_file.id) : undefined
    if (id === undefined || isReady(workspace, workspace.files.get(id))) return []
    return [{ pointer: `${pointer}/slack_file`, code: 'invalid_slack_file', message: 'invalid slack file' }]
  })
}

/** Slack looks at a file for a moment before it can be used. */
export function isReady({ clock }: Workspace, file: StoredFile | undefined): boolean {
  return file?.complete === true && file.readyAt <= clock.now()
}

function refuseBlocks(problems: Problem[]): never {
  const messages = messagesOf(problems)
  const tooLong = problems.every((one) => one.code === 'msg_blocks_too_long')
  return refuse(tooLong ? 'msg_blocks_too_long' : 'invalid_blocks', {
    errors: messages,
    response_metadata: { messages: messages.map((one) => `[ERROR] ${one}`) },
  })
}

function readAttachments(workspace: Workspace, given: unknown): Json[] | undefined {
  if (given === undefined || given === '') return undefined
  if (!Array.isArray(given)) return refuse('invalid_attachments')
  if (given.length > mostAttachments) refuse('too_many_attachments')
  return objects(given).map((one) => (one.blocks ? { ...one, blocks: readBlocks(workspace, one.blocks) } : one))
}

/** Message metadata; an empty object means that it is to be taken away. */
function readMetadata(given: unknown): Json | undefined {
  const metadata = typeof given === 'string' ? parseJson(given) : given
  if (given === undefined || given === null || given === '') return undefined
  if (!isJson(metadata)) return refuse('invalid_metadata_format')
  if (Object.keys(metadata).length === 0) return metadata
  const { event_type, event_payload, ...rest } = metadata
  const plain = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  const known = Object.keys(rest).every((key) => key === 'entities')
  const sound = textOf(event_type) !== undefined && isJson(event_payload) && Object.values(event_payload).every(plain)
  if (!known || !sound) return refuse('invalid_metadata_schema')
  if (Buffer.byteLength(JSON.stringify(metadata)) > mostMetadataBytes) return refuse('metadata_too_large')
  return metadata
}
