import { type Json, textOf } from '../../json.ts'
import { useReading, useWords } from '../reading.ts'
import { Box } from './media.tsx'
import { words } from './words.ts'

/** A message's files, each as a box with its name, kind and size. */
export function Files({ files }: { files: Json[] }) {
  return (
    <div class="blocks-files">
      {files.map((file, at) => (
        <FileBox key={textOf(file.id) ?? at} file={file} />
      ))}
    </div>
  )
}

function FileBox({ file }: { file: Json }) {
  const said = useWords(words)
  const { locale } = useReading()
  const name = textOf(file.name)
  const title = textOf(file.title) ?? name ?? textOf(file.id) ?? said.file
  const size = typeof file.size === 'number' ? sizeText(file.size, locale) : undefined
  const notes = [name === title ? undefined : name, textOf(file.filetype)?.toUpperCase(), size]
  return (
    <Box icon="file" kind={said.file}>
      <div class="blocks-media-title">{title}</div>
      <div class="blocks-media-note">{notes.filter((one) => one !== undefined).join(' · ')}</div>
      {textOf(file.alt_txt) && <div class="blocks-media-note">{textOf(file.alt_txt)}</div>}
    </Box>
  )
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** @param bytes how many */
export function sizeText(bytes: number, locale: string): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const format = {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const
  return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** power)
}
