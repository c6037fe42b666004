import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/playground/json.ts'
import { type Place, type PlaceSettings, usePlaceAt } from '../../../src/playground/page/place.tsx'
import { drawn } from './reader.tsx'

const text = { type: 'plain_text_input', action_id: 'a', initial_value: 'First' }
const block = (id: string, element: Json) => ({ type: 'input', block_id: id, element })

function placeOf(settings: Partial<PlaceSettings> = {}): Place {
  let place: Place | undefined
  function Here() {
    place = usePlaceAt({ surface: 'modal', where: { in: 'view', id: 'V1' }, ...settings })
    return null
  }
  drawn(<Here />)
  return place ?? expect.unreachable('nothing was drawn')
}

describe('a place', () => {
  it('shows what an element begins with, then what the server knows, then what was typed', () => {
    expect(placeOf().filled('b', text)).toBe('First')
    const values = { b: { a: { type: 'plain_text_input', value: 'Known' } } }
    const place = placeOf({ values })
    expect(place.filled('b', text)).toBe('Known')
    place.fill('b', text, 'Typed')
    expect(place.filled('b', text)).toBe('Typed')
    expect(place.untold()).toEqual([{ block: 'b', action: 'a', given: 'Typed' }])
    place.fill('b', text, null)
    expect(place.filled('b', text)).toBeNull()
  })

  it('shows nothing of another type of element with the same ids', () => {
    const select = { type: 'static_select', action_id: 'a' }
    const place = placeOf({ values: { b: { a: { type: 'plain_text_input', value: 'Known' } } } })
    expect(place.filled('b', select)).toBeUndefined()
    place.fill('b', text, 'Typed')
    expect(place.filled('b', select)).toBeUndefined()
  })

  it('tells nothing of fields that are not there any more, or are others now', () => {
    const number = { type: 'number_input', action_id: 'a' }
    const place = placeOf({ blocks: [block('b', text), block('other', number)] })
    for (const id of ['b', 'gone', 'other']) place.fill(id, text, 'Typed')
    expect(place.untold().map((one) => one.block)).toEqual(['b'])
  })
})
