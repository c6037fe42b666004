import { describe, expect, it } from 'vitest'
import { Header } from '../../../../src/playground/page/controls/header.tsx'
import { JumpForm } from '../../../../src/playground/page/controls/jump.tsx'
import { Items } from '../../../../src/playground/page/controls/more.tsx'
import { Story } from '../../../../src/playground/page/controls/story.tsx'
import { Traffic } from '../../../../src/playground/page/controls/traffic.tsx'
import { Troubles } from '../../../../src/playground/page/controls/trouble.tsx'
import { world } from '../given.ts'
import { drawn, now, sanne, screen, wordsOf } from './stage.tsx'

const journey = { from: now, to: now + 3_600_000, over: false, stops: [] }
/** What stands on each button, and whether it can be pressed. */
const buttons = (html: string) =>
  [...html.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(([, settings = '', words = '']) => ({
    name: /aria-label="([^"]*)"/.exec(settings)?.[1] ?? wordsOf(words),
    title: /title="([^"]*)"/.exec(settings)?.[1],
    waits: /aria-disabled="true"/.test(settings),
    on: /aria-checked="true"/.test(settings),
  }))
const headerIn = (more: Parameters<typeof world>[0], me = screen().me) => {
  const on = screen({ world: world(more), me })
  return drawn(<Header screen={on} />, on)
}
const ways = ['Let the clock run', 'Next check-in', 'Next working morning', '+1 hour', 'Jump to…']
const waysIn = (html: string) => buttons(html).filter(({ name }) => ways.some((way) => name.startsWith(way)))

describe('the header', () => {
  it('says whose workspace this is, that nothing is real, when it is, and who one is', () => {
    const text = wordsOf(headerIn({}))
    expect(text).toContain('Playground a local Slack, nothing here is real')
    expect(text).toContain('Mon 5 April 09:05:00')
    expect(text).toContain('You are Tom Ashworth')
  })

  it('says so in Dutch, with the time in Amsterdam', () => {
    const text = wordsOf(headerIn({}, sanne))
    expect(text).toContain('een lokale Slack, niets hier is echt')
    expect(text).toContain('ma 5 april 10:05:00')
    expect(text).toContain('Je bent Sanne de Wit')
  })

  it('offers five ways for time to pass, which all can be used when all is calm', () => {
    expect(waysIn(headerIn({})).map(({ waits }) => waits)).toEqual([false, false, false, false, false])
  })

  it.each([
    ['the story is told', { story: { title: 'x', done: 1, of: 2 } }, /story is still being told/],
    ['a journey is under way', { journey }, /Travelling to Mon 5 April 10:05/],
    ['somebody else moves the clock', { canTravel: false }, /moved from outside/],
  ])('lets them wait while %s, and says why', (_, more, reason) => {
    const found = waysIn(headerIn(more))
    expect(found).toHaveLength(5)
    for (const { waits, title, name } of found) {
      expect(waits, name).toBe(true)
      expect(title, name).toMatch(reason)
    }
  })

  it('shows what is wrong, with a way to lift it', () => {
    const trouble = { outage: true, limits: false, lostAnswers: 2, sockets: 0 }
    const html = headerIn({ trouble })
    expect(wordsOf(html)).toContain('Slack is down Bring it back Go to the next check-in')
    expect(wordsOf(html)).toContain('The next 2 answers get lost Let them through')
    expect(headerIn({})).not.toContain('class="warning"')
  })
})

describe('the trouble menu', () => {
  const inMenu = (more: Parameters<typeof world>[0]) => buttons(drawn(<Troubles world={world(more)} />, screen()))

  it('shows what is on, how many are waiting, and offers to start a bot that is stopped', () => {
    const trouble = { outage: false, limits: true, lostAnswers: 3, sockets: 2 }
    const html = drawn(<Troubles world={world({ trouble, bot: 'stopped' })} />, screen())
    expect(
      buttons(html)
        .filter(({ on }) => on)
        .map(({ name }) => name),
    ).toEqual(['Slack’s rate limits'])
    expect(wordsOf(html)).toContain('3 waiting')
    expect(wordsOf(html)).toContain('2 connections')
    expect(wordsOf(html)).toContain('Start it again')
    expect(wordsOf(html)).not.toContain('Stop the bot')
  })

  it.each([
    ['all when all is calm', {}, []],
    ['none while the story is told', { story: { title: '', done: 0, of: 1 } }, [0, 1, 2, 3, 4]],
    ['all but the bot on a journey', { journey }, [4]],
    ['all but the bot while it starts', { bot: 'starting' as const }, [4]],
  ])('can be used: %s', (_, more, waiting) => {
    expect(inMenu(more).flatMap(({ waits }, at) => (waits ? [at] : []))).toEqual(waiting)
  })
})

describe('the menu of seldom things', () => {
  const itemsIn = (more: Parameters<typeof world>[0]) => {
    const on = screen({ world: world(more) })
    return drawn(<Items screen={on} close={() => {}} ask={() => {}} />, on)
  }

  it('leads to the traffic, also in a window of its own', () =>
    expect(itemsIn({})).toContain('href="/traffic?as=U2TOM"'))

  it('does not begin anew during a journey or where somebody else moves the clock', () => {
    const waiting = (more: Parameters<typeof world>[0]) =>
      buttons(itemsIn(more)).flatMap(({ waits, name }) => (waits ? [name.split(' ')[0]] : []))
    expect(waiting({})).toEqual([])
    expect(waiting({ journey })).toEqual(['Start', 'Empty'])
    expect(waiting({ canTravel: false })).toEqual(['Start', 'Empty'])
  })
})

it('the jump begins at the next full hour and says how far that is', () => {
  const html = drawn(<JumpForm screen={screen()} go={() => {}} />, screen())
  expect(html).toMatch(/<input[^>]*type="date"[^>]*value="2027-04-05"/)
  expect(html).toMatch(/<input[^>]*type="time"[^>]*value="10:00"/)
  expect(wordsOf(html)).toContain('Mon 5 April 2027 10:00, 55 minutes from now')
})

describe('the story', () => {
  it('shows how far it is while it is told, and when that is for who looks on', () => {
    const on = screen({ world: world({ story: { title: 'Monday 8 March', done: 3, of: 12 } }) })
    const html = drawn(<Story screen={on} />, on)
    expect(wordsOf(html)).toContain('Six weeks in the life of two teams Mon 5 April 2027 09:05')
    expect(html).toMatch(/<progress value="3" max="12"/)
  })

  it('welcomes whoever comes first, with three things to try', () => {
    const html = drawn(<Story screen={screen()} />, screen())
    expect(wordsOf(html)).toContain('Welcome to Rondo’s playground')
    expect(html.match(/class="introduction-try"/g)).toHaveLength(3)
    expect(wordsOf(html)).toContain('Look as Sanne de Wit In Dutch, with the clock of Amsterdam.')
  })
})

describe('the traffic', () => {
  const exchanges = [
    {
      at: now,
      from: 'app' as const,
      what: 'chat.postMessage',
      request: { text: 'Hi' },
      answer: { ok: true },
      status: 200,
    },
    { at: now, from: 'slack' as const, what: 'command /rondo', request: {}, answer: 'http_timeout' },
  ]

  it('shows every exchange with its direction, and complaints in the row itself', () => {
    const on = screen({ traffic: exchanges })
    const html = drawn(<Traffic screen={on} />, on)
    expect(wordsOf(html)).toMatch(/09:05:00 Rondo → Slack chat.postMessage ok/)
    expect(wordsOf(html)).toMatch(/Slack → Rondo command \/rondo http_timeout/)
    expect(html.match(/data-complaint="true"/g)).toHaveLength(1)
  })

  it('says what to do when nothing passed yet', () => {
    expect(wordsOf(drawn(<Traffic screen={screen()} />, screen()))).toContain('Nothing passed yet')
  })
})
