import { describe, expect, it } from 'vitest'
import { useTeamDay } from './team-day.ts'

describe('a week in Dutch', () => {
  const day = useTeamDay('sqlite', 'nl')

  it('opens, takes an answer and an action, closes and takes a late answer, all in Dutch', async () => {
    await day().until('2027-03-01 09:00')
    const root = () => {
      const [message] = day().roots()
      if (!message) throw new Error('No check-in has opened.')
      return message
    }
    await day().person('anna').click(root(), 'Antwoorden')
    const form = day().read(await day().person('anna').nextModal('checkins:answer'))
    expect(form).toContain('Wat heb je deze week van het andere team nodig?')
    await day().person('anna').submit({ need: 'Twee referenties' })
    await day().person('bram').click(root(), 'Actiepunt toevoegen')
    expect(day().read(await day().person('bram').nextModal('actions:add'))).toContain('Wie doet het?')
    await day().person('bram').submit({ text: 'Case schrijven' })
    await day().until('2027-03-01 09:01')
    const post = day().read(root())
    expect(post).toContain('# Pipelineoverleg: maandag 1 maart')
    expect(post).toContain('1 van de 5 heeft geantwoord')
    expect(post).toContain('Case schrijven\nzonder eigenaar · uiterlijk maandag 8 maart')
    expect(post).toContain('[Ik doe het] [Gedaan] [Verzetten] [Annuleren]')
    await day().until('2027-03-01 17:01')
    expect(day().read(root())).toContain('Gesloten: 1 van de 5 heeft geantwoord')
    await day().person('uma').click(root(), 'Mijn antwoord toevoegen')
    await day().person('uma').nextModal('checkins:answer')
    await day().person('uma').submit({ need: 'Een case' })
    await day().until('2027-03-01 17:05')
    const [summary, late] = day().replies(root())
    expect(day().read(summary)).toContain('# Samenvatting van de check-in van 1 maart')
    expect(day().read(summary)).toContain('Anna\nTwee referenties')
    expect(day().read(summary)).toContain('Uma\nEen case')
    expect(day().read(summary)).toContain('Case schrijven (zonder eigenaar, uiterlijk maandag 8 maart)')
    expect(day().read(late)).toContain('Uma heeft nog een antwoord toegevoegd.')
    expect(day().trouble).toEqual([])
  })

  it('says in Dutch what can be typed', async () => {
    await day().person('tom').command('/rondo hulp')
    await day().settle()
    const help = day().toldTo('tom')
    for (const word of ['/rondo checkin', '/rondo acties', '/rondo afwezig', '/rondo hulp'])
      expect(help).toContain(word)
  })
})
