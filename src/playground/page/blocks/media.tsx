import type { ComponentChildren } from 'preact'
import { isJson, type Json, textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { Link } from '../text/link.tsx'
import { TextObject } from '../text/text-object.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** A video as a box: nothing of it is loaded. */
export function VideoBlock({ block }: { block: Json }) {
  const said = useWords(words)
  const author = textOf(block.author_name)
  const provider = textOf(block.provider_name)
  const notes = [provider, author && said.by(author)].filter((one) => one !== undefined)
  return (
    <Box icon="video" kind={said.video}>
      <div class="blocks-media-title">
        <Link address={textOf(block.title_url) ?? textOf(block.video_url) ?? ''}>
          <TextObject text={block.title} />
        </Link>
      </div>
      {notes.length > 0 && <div class="blocks-media-note">{notes.join(' · ')}</div>}
      {isJson(block.description) && <TextObject text={block.description} />}
      <div class="blocks-media-note">
        {textOf(block.alt_text)}
        <br />
        {said.notLoaded}
      </div>
    </Box>
  )
}

/** A remote file: the stand-in knows only what it is called elsewhere. */
export function FileBlock({ block }: { block: Json }) {
  const said = useWords(words)
  return (
    <Box icon="file" kind={said.remoteFile}>
      <div class="blocks-media-title">{textOf(block.external_id) ?? said.remoteFile}</div>
      <div class="blocks-media-note">{said.notLoaded}</div>
    </Box>
  )
}

interface BoxProps {
  icon: 'video' | 'file'
  kind: string
  children: ComponentChildren
}

export function Box({ icon, kind, children }: BoxProps) {
  return (
    <div class="blocks-media">
      <span class="blocks-media-icon" title={kind}>
        <Icon name={icon} />
        <span class="visually-hidden">{kind}</span>
      </span>
      <div class="blocks-media-body">{children}</div>
    </div>
  )
}
