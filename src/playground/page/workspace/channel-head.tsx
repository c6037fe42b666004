import { useActions } from '../actions.ts'
import { useReading, useWords } from '../reading.ts'
import type { Screen } from '../screen.ts'
import { Avatar } from '../shared/avatar.tsx'
import type { ChannelCard, PersonCard } from '../wire.ts'
import { ChannelMark } from './channel-mark.tsx'
import { Icon } from './icons.tsx'
import { callOf, personOf } from './names.ts'
import { Popup } from './popup.tsx'
import { words } from './words.ts'

export function ChannelHead({ screen, channel }: { screen: Screen; channel: ChannelCard }) {
  const said = useWords(words).channel
  return (
    <header class="channel-head">
      <h1 class="channel-name">
        <ChannelMark screen={screen} channel={channel} />
        <span>{channel.name}</span>
      </h1>
      {channel.connected && <span class="channel-connected">{said.connected}</span>}
      {channel.kind !== 'im' && <Members channel={channel} />}
    </header>
  )
}

function Members({ channel }: { channel: ChannelCard }) {
  const said = useWords(words)
  const reading = useReading()
  const { act } = useActions()
  const people = channel.members
    .map((id) => personOf(reading, id, said.someone))
    .sort((a, b) => a.realName.localeCompare(b.realName, reading.locale))
  const count = said.channel.members(people.length)
  const face = (
    <>
      <Icon name="people" />
      <span>{people.length}</span>
    </>
  )
  return (
    <Popup label={count} face={face} has="dialog" class="workspace-tool channel-members">
      {(close) => (
        <>
          <p class="popup-title">{said.channel.memberList(callOf(channel))}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing that takes the focus */}
          <ul class="channel-people" tabIndex={0}>
            {people.map((person) => (
              <Member key={person.id} person={person} />
            ))}
          </ul>
          {channel.joined && channel.kind === 'public' && !channel.archived && (
            <>
              <hr class="popup-rule" />
              <button
                type="button"
                class="popup-item"
                onClick={() => {
                  close()
                  void act({ do: 'leave', channel: channel.id })
                }}
              >
                {said.channel.leave}
              </button>
            </>
          )}
        </>
      )}
    </Popup>
  )
}

function Member({ person }: { person: PersonCard }) {
  const said = useWords(words)
  const { me } = useReading()
  const notes = [person.title, person.id === me && said.you, person.guest && said.guest, person.deleted && said.gone]
  return (
    <li class="channel-person">
      <Avatar person={person} />
      <span class="channel-person-name">{person.realName}</span>
      <span class="channel-person-notes">{notes.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
