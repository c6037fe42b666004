import { Blocks } from '../blocks/blocks.tsx'
import { PlaceProvider, usePlaceAt } from '../place.tsx'
import type { Screen } from '../screen.ts'
import type { Message } from '../wire.ts'

export function ChannelView({ screen, channel }: { screen: Screen; channel: string; at?: string | undefined }) {
  return (
    <section class="channel">
      {(screen.messages.get(channel) ?? []).map((message) => (
        <MessageRow key={message.ts} message={message} />
      ))}
    </section>
  )
}

function MessageRow({ message }: { message: Message }) {
  const place = usePlaceAt({ surface: 'message', where: { in: 'message', channel: message.channel, ts: message.ts } })
  return (
    <PlaceProvider value={place}>
      <Blocks blocks={message.blocks ?? []} />
    </PlaceProvider>
  )
}
