import { isJson, type Json, textOf } from '../../json.ts'
import { useWords } from '../reading.ts'
import { Link } from '../text/link.tsx'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

/** How much room there is: the width of a message, beside a section, in a line of small text. */
type PictureSize = 'whole' | 'accessory' | 'line'

/** An image element or block. Only what comes from the page's own address is loaded; all else is a box that names it. */
export function Picture({ image, size }: { image: Json; size: PictureSize }) {
  const { picture } = useWords(words)
  const alt = textOf(image.alt_text) ?? picture
  const address = addressOf(image)
  const own = ownAddress(address)
  if (own !== undefined) return <img class="blocks-picture" data-size={size} src={own} alt={alt} />
  return (
    <span class="blocks-picture-box" data-size={size} title={size === 'whole' ? undefined : address}>
      <Icon name="picture" />
      <span>{alt}</span>
      {size === 'whole' && address !== undefined && (
        <span class="blocks-address">
          <Link address={address}>{address}</Link>
        </span>
      )}
    </span>
  )
}

/** The address of a picture, or the id of a file in Slack. */
function addressOf({ image_url, slack_file }: Json): string | undefined {
  const file = isJson(slack_file) ? (textOf(slack_file.url) ?? textOf(slack_file.id)) : undefined
  return textOf(image_url) ?? file
}

function ownAddress(address: string | undefined): string | undefined {
  if (address === undefined || typeof location === 'undefined' || !URL.canParse(address)) return undefined
  return new URL(address).origin === location.origin ? address : undefined
}
