import { describe, expect, it } from 'vitest'
import { call } from './call.ts'
import { input, introduction, modal, options, plain, typed, useDesk } from './desk.ts'
import type { Envelope } from './raw-app.ts'

const desk = useDesk()

describe('a trigger', () => {
  const use = async (trigger_id: string) =>
    (await call(desk.slack, 'views.open', { trigger_id, view: modal('m') })).body.error

  it('lives three seconds', async () => {
    const id = await desk.trigger()
    desk.clock.advance(3001)
    expect(await use(id)).toBe('expired_trigger_id')
    const other = await desk.trigger()
    desk.clock.advance(3000)
    expect(await use(other)).toBeUndefined()
  })

  it('works once, and is used before it is old', async () => {
    const id = await desk.trigger()
    expect(await use(id)).toBeUndefined()
    desk.clock.advance(5000)
    expect(await use(id)).toBe('exchanged_trigger_id')
  })

  it('is not used up by a view that is refused', async () => {
    const id = await desk.trigger()
    const { body } = await call(desk.slack, 'views.open', { trigger_id: id, view: modal('m', [{ type: 'nonsense' }]) })
    expect(body.error).toBe('invalid_arguments')
    expect(await use(id)).toBeUndefined()
  })
})

describe('a modal', () => {
  it('has everything Slack says of a view', async () => {
    await desk.open(modal('m', undefined, { external_id: 'e', notify_on_close: true }))
    await desk.anna.submit({ name: 'x' })
    expect(desk.last().view).toEqual({
      id: expect.stringMatching(/^V/),
      team_id: 'T0PLAY0001',
      type: 'modal',
      blocks: [expect.objectContaining({ block_id: 'name' })],
      private_metadata: '',
      callback_id: 'm',
      state: { values: { name: { a: { type: 'plain_text_input', value: 'x' } } } },
      hash: expect.any(String),
      title: plain('Title'),
      clear_on_close: false,
      notify_on_close: true,
      close: null,
      submit: plain('Go'),
      previous_view_id: null,
      root_view_id: expect.stringMatching(/^V/),
      app_id: 'A0PLAYAPP1',
      external_id: 'e',
      app_installed_team_id: 'T0PLAY0001',
      bot_id: 'B0PLAYBOT1',
    })
  })

  it('gets ids where the app gave none', async () => {
    await desk.open(modal('m', [{ type: 'input', label: plain('Name'), element: typed }]))
    await desk.anna.submit({ Name: 'x' })
    const { state } = desk.last().view as { state: { values: Record<string, Record<string, object>> } }
    expect(Object.values(state.values).flatMap((one) => Object.values(one))).toEqual([
      { type: 'plain_text_input', value: 'x' },
    ])
  })

  it('says null for what is empty, and an empty list where many can be chosen', async () => {
    const any = { optional: true }
    await desk.open(
      modal('m', [
        input('text', typed, any),
        input('date', { type: 'datepicker' }, any),
        input('one', { type: 'static_select', options }, any),
        input('many', { type: 'multi_users_select' }, any),
        input('boxes', { type: 'checkboxes', options, initial_options: [options[0]] }, any),
      ]),
    )
    await desk.anna.submit()
    expect(desk.last()).toMatchObject({
      type: 'view_submission',
      response_urls: [],
      view: {
        state: {
          values: {
            text: { a: { type: 'plain_text_input', value: null } },
            date: { a: { type: 'datepicker', selected_date: null } },
            one: { a: { type: 'static_select', selected_option: null } },
            many: { a: { type: 'multi_users_select', selected_users: [] } },
            boxes: { a: { type: 'checkboxes', selected_options: [options[0]] } },
          },
        },
      },
    })
  })

  it('can be filled in by words and names', async () => {
    await desk.open(
      modal('m', [
        input('user', { type: 'users_select' }),
        input('users', { type: 'multi_users_select' }),
        input('channel', { type: 'channels_select', response_url_enabled: true }),
        input('one', { type: 'radio_buttons', options }),
        input('many', { type: 'multi_static_select', options, max_selected_items: 2 }),
        input('time', { type: 'timepicker' }),
        input('rich', { type: 'rich_text_input' }),
      ]),
    )
    const values = {
      user: 'bram',
      users: ['anna'],
      channel: '#open',
      one: 'two',
      many: ['One', 'three'],
      time: '09:30',
      rich: 'Hi',
    }
    expect(await desk.anna.submit(values)).toEqual({ acked: true })
    const { state } = desk.last().view as { state: { values: Record<string, { a: object }> } }
    expect(Object.values(state.values).map((one) => Object.values(one.a)[1])).toEqual([
      'U0BRAM0001',
      ['U0ANNA0001'],
      'C0OPEN0001',
      options[1],
      [options[0], options[2]],
      '09:30',
      expect.objectContaining({ type: 'rich_text' }),
    ])
    expect(desk.last().response_urls).toEqual([
      { block_id: 'channel', action_id: 'a', channel_id: 'C0OPEN0001', response_url: expect.any(String) },
    ])
  })

  it('takes only what it offers', async () => {
    await desk.open(
      modal('m', [
        input('many', { type: 'multi_static_select', options, max_selected_items: 1 }),
        input('day', { type: 'datepicker' }),
      ]),
    )
    expect(() => desk.anna.fill({ many: ['One', 'Two'] })).toThrow('At most 1')
    expect(() => desk.anna.fill({ many: 'Four' })).toThrow('no option "Four"')
    expect(() => desk.anna.fill({ day: 'tomorrow' })).toThrow('a date like')
    expect(() => desk.anna.fill({ nothing: 'x' })).toThrow(
      'There is no field "nothing"; there are: many / a (Label of many)',
    )
  })

  const complaints: [what: string, element: object, given: string | null, complaint: string | undefined][] = [
    ['a required text', typed, null, 'Please complete this required field.'],
    ['spaces only', typed, '  ', 'Please complete this required field.'],
    ['too short a text', { ...typed, min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
    ['a text long enough', { ...typed, min_length: 3 }, 'abc', undefined],
    ['too long a text', { ...typed, max_length: 3 }, 'abcd', 'Please enter at most 3 characters.'],
    ['a text longer than any', typed, 'x'.repeat(3001), 'Please enter at most 3000 characters.'],
    ['no number', { type: 'number_input', is_decimal_allowed: true }, 'ten', 'Please enter a number.'],
    ['a broken number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    [
      'a low number',
      { type: 'number_input', is_decimal_allowed: false, min_value: '2' },
      '1',
      'Please enter at least 2.',
    ],
    [
      'a high number',
      { type: 'number_input', is_decimal_allowed: false, max_value: '2' },
      '3',
      'Please enter at most 2.',
    ],
    ['no e-mail address', { type: 'email_text_input' }, 'anna', 'Please enter a valid email address.'],
    ['no address', { type: 'url_text_input' }, 'example', 'Please enter a valid URL.'],
    ['an address', { type: 'url_text_input' }, 'https://example.com', undefined],
  ]
  it.each(complaints)('looks at %s before anything is sent', async (_what, element, given, complaint) => {
    await desk.open(modal('m', [input('field', element)]))
    const before = desk.socket.got.length
    const outcome = await desk.anna.submit({ field: given })
    expect(outcome.errors?.field).toBe(complaint)
    expect(desk.socket.got.length - before).toBe(complaint ? 0 : 1)
    expect(desk.anna.modals.length).toBe(complaint ? 1 : 0)
  })

  const inDutch: [what: string, element: object, given: string | null, complaint: string][] = [
    ['a required text', typed, null, 'Vul dit verplichte veld in.'],
    ['too short a text', { ...typed, min_length: 3 }, 'ab', 'Vul minstens 3 tekens in.'],
    ['too long a text', { ...typed, max_length: 1 }, 'ab', 'Vul hoogstens 1 teken in.'],
    ['no number', { type: 'number_input', is_decimal_allowed: true }, 'tien', 'Vul een getal in.'],
    ['a broken number', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Vul een heel getal in.'],
    ['a low number', { type: 'number_input', is_decimal_allowed: true, min_value: '2.5' }, '1', 'Vul minstens 2,5 in.'],
    ['a high number', { type: 'number_input', is_decimal_allowed: false, max_value: '2' }, '3', 'Vul hoogstens 2 in.'],
    ['no e-mail address', { type: 'email_text_input' }, 'anna', 'Vul een geldig e-mailadres in.'],
    ['no address', { type: 'url_text_input' }, 'example', 'Vul een geldig webadres in.'],
  ]
  it.each(inDutch)('speaks Dutch about %s to whoever reads Dutch', async (_what, element, given, complaint) => {
    desk.anna.change({ locale: 'nl-NL' })
    await desk.open(modal('m', [input('field', element)]))
    expect((await desk.anna.submit({ field: given })).errors).toEqual({ field: complaint })
  })

  it('stays with its values when the app finds errors, and forgets them at the next try', async () => {
    await desk.open(modal('m'))
    desk.answer = () => ({ response_action: 'errors', errors: { name: 'Taken' } })
    expect(await desk.anna.submit({ name: 'x' })).toEqual({ acked: true, errors: { name: 'Taken' } })
    expect(desk.anna.modal).toMatchObject({ errors: { name: 'Taken' }, values: { name: { a: { value: 'x' } } } })
    desk.answer = () => ({})
    expect(await desk.anna.submit()).toEqual({ acked: true })
    expect(desk.anna.modal).toBeUndefined()
  })

  const badAnswers: [what: string, answer: object][] = [
    ['errors for a block that is no input', { response_action: 'errors', errors: { other: 'x' } }],
    ['errors that are empty', { response_action: 'errors', errors: {} }],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }],
    ['an unknown action', { response_action: 'explode' }],
    ['something else', { text: 'Thanks' }],
  ]
  it.each(badAnswers)('stays open and says so when it is answered with %s', async (_what, given) => {
    await desk.open(modal('m'))
    desk.answer = () => given
    const outcome = await desk.anna.submit({ name: 'x' })
    expect(outcome.trouble).toContain('trouble connecting')
    expect(desk.anna.modal?.callback_id).toBe('m')
  })

  it('stays open and says so when nobody answers', async () => {
    await desk.open(modal('m'))
    desk.answer = () => void desk.slack.sockets.kill()
    expect(await desk.anna.submit({ name: 'x' })).toEqual({
      acked: false,
      trouble: 'We had some trouble connecting. Try again?',
    })
    expect(desk.anna.modal?.callback_id).toBe('m')
  })

  it('closes only itself when the answer is empty', async () => {
    await desk.open(modal('one'))
    await call(desk.slack, 'views.push', { trigger_id: await desk.trigger(), view: modal('two') })
    await desk.anna.submit({ name: 'x' })
    expect(desk.anna.modals.map((one) => one.callback_id)).toEqual(['one'])
  })

  it('stacks three and no more', async () => {
    await desk.open(modal('one'))
    const push = async (id: string) =>
      (await call(desk.slack, 'views.push', { trigger_id: await desk.trigger(), view: modal(id) })).body
    expect(await push('two')).toMatchObject({ ok: true, view: { previous_view_id: desk.anna.modals[0]?.id } })
    expect((await push('three')).ok).toBe(true)
    expect((await push('four')).error).toBe('push_limit_reached')
    desk.answer = () => ({ response_action: 'push', view: modal('four') })
    expect((await desk.anna.submit({ name: 'x' })).trouble).toContain('push_limit_reached')
  })

  it('cannot be pushed on nothing', async () => {
    const { body } = await call(desk.slack, 'views.push', { trigger_id: await desk.trigger(), view: modal('m') })
    expect(body.error).toBe('not_found')
  })

  it('keeps what was typed in an update where both ids stay, and gets a new hash', async () => {
    await desk.open(modal('m', [input('name', typed), input('old', typed)]))
    desk.anna.fill({ name: 'Kept', old: 'Lost' })
    const before = desk.anna.modal
    const blocks = [input('name', { ...typed, initial_value: 'New' }), input('old', { ...typed, action_id: 'b' })]
    const update = { view_id: before?.id, hash: before?.hash, view: modal('m', blocks) }
    await call(desk.slack, 'views.update', update)
    expect(desk.anna.modal?.values).toMatchObject({ name: { a: { value: 'Kept' } }, old: { b: { value: null } } })
    expect(desk.anna.modal?.hash).not.toBe(before?.hash)
    expect((await call(desk.slack, 'views.update', update)).body.error).toBe('hash_conflict')
    await desk.anna.close()
    expect((await call(desk.slack, 'views.update', { ...update, hash: undefined })).body.error).toBe('not_found')
  })

  it('can be found by its external_id, which is its own', async () => {
    await desk.open(modal('m', undefined, { external_id: 'mine' }))
    const view = modal('m', undefined, { external_id: 'mine' })
    expect((await call(desk.slack, 'views.push', { trigger_id: await desk.trigger(), view })).body.error).toBe(
      'duplicate_external_id',
    )
    expect((await call(desk.slack, 'views.update', { external_id: 'mine', view })).body.ok).toBe(true)
  })

  it('tells of its closing where it was asked to', async () => {
    await desk.open(modal('one', undefined, { notify_on_close: true }))
    await call(desk.slack, 'views.push', {
      trigger_id: await desk.trigger(),
      view: modal('two', undefined, { notify_on_close: true }),
    })
    await desk.anna.close()
    expect(desk.last()).toMatchObject({
      ...introduction,
      type: 'view_closed',
      is_cleared: false,
      view: { callback_id: 'two' },
    })
    expect(desk.last()).not.toHaveProperty('trigger_id')
    const before = desk.socket.got.length
    await call(desk.slack, 'views.push', {
      trigger_id: await desk.trigger(),
      view: modal('three', undefined, { clear_on_close: true }),
    })
    await desk.anna.close()
    expect(desk.anna.modals).toEqual([])
    expect(desk.socket.got.slice(before + 1).map((one) => one.payload)).toMatchObject([
      { is_cleared: true, view: { callback_id: 'one' } },
    ])
  })

  it('dispatches a field only where the app asked for it', async () => {
    await desk.open(modal('m', [input('quiet', typed), input('loud', typed, { dispatch_action: true })]))
    const before = desk.socket.got.length
    await desk.anna.choose('a', 'x', { block: 'quiet' })
    expect(desk.socket.got.length).toBe(before)
    await desk.anna.choose('a', 'y', { block: 'loud' })
    expect(desk.last()).toMatchObject({
      actions: [{ type: 'plain_text_input', block_id: 'loud', action_id: 'a', value: 'y' }],
    })
    expect(desk.last().view).toMatchObject({
      state: { values: { quiet: { a: { value: 'x' } }, loud: { a: { value: 'y' } } } },
    })
  })

  it('asks the app for options from three characters on', async () => {
    await desk.open(modal('m', [input('city', { type: 'external_select' })]))
    desk.answer = ({ payload }: Envelope) => (payload.type === 'block_suggestion' ? { options } : {})
    await expect(desk.anna.suggest('a', 'am')).rejects.toThrow('from 3 characters')
    expect(await desk.anna.suggest('a', 'ams')).toEqual(options)
    expect(desk.last()).toMatchObject({
      ...introduction,
      type: 'block_suggestion',
      block_id: 'city',
      action_id: 'a',
      value: 'ams',
      container: { type: 'view' },
      view: { callback_id: 'm' },
    })
    await desk.anna.submit({ city: 'Two' })
    expect(desk.last().view).toMatchObject({ state: { values: { city: { a: { selected_option: options[1] } } } } })
  })

  it('takes several options that were offered one search after the other', async () => {
    await desk.open(modal('m', [input('cities', { type: 'multi_external_select' })]))
    const city = (name: string) => ({ text: plain(name), value: name })
    desk.answer = ({ payload }: Envelope) =>
      payload.type === 'block_suggestion' ? { options: [city(String(payload.value))] } : {}
    await desk.anna.suggest('a', 'Amsterdam')
    await desk.anna.suggest('a', 'Breda')
    await desk.anna.submit({ cities: ['Amsterdam', 'Breda'] })
    expect(desk.last().view).toMatchObject({
      state: { values: { cities: { a: { selected_options: [city('Amsterdam'), city('Breda')] } } } },
    })
  })

  it('does not show options that are none', async () => {
    await desk.open(modal('m', [input('city', { type: 'external_select' })]))
    desk.answer = () => ({ options: [{ text: 'One', value: 'one' }] })
    await expect(desk.anna.suggest('a', 'ams')).rejects.toThrow('no proper options')
  })

  it('is waited for, also when only its contents are new', async () => {
    const waiting = desk.anna.nextModal()
    await desk.open(modal('first'))
    expect((await waiting).callback_id).toBe('first')
    const again = desk.anna.nextModal()
    await call(desk.slack, 'views.update', { view_id: desk.anna.modal?.id, view: modal('second') })
    expect((await again).callback_id).toBe('second')
    const named = desk.anna.nextModal('fourth')
    for (const id of ['third', 'fourth'])
      await call(desk.slack, 'views.update', { view_id: desk.anna.modal?.id, view: modal(id) })
    expect((await named).callback_id).toBe('fourth')
  })
})
