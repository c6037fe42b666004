import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { declaredErrors, methodNames } from '../../../src/playground/server/api/index.ts'
import { allScopes } from '../../../src/playground/server/scopes.ts'
import { type CommonRefusal, type Fact, play, type Refusal } from './rule.ts'
import { stateRules } from './rules.ts'
import { buildStage, type Stage } from './stage.ts'

const scopes = allScopes.filter((scope) => scope !== 'chat:write.public')
const common = stateRules.filter((one): one is CommonRefusal => one.methods !== undefined)
const refusals = stateRules.filter((one): one is Refusal => 'error' in one && !(one.methods !== undefined))
const facts = stateRules.filter((one): one is Fact => one.error === undefined)
/** Every method and error that an example has really produced. */
const produced = new Set<string>()

let stage: Stage
beforeEach(async () => {
  stage = await buildStage(scopes)
})
afterEach(() => stage.stop())

describe('every method', () => {
  it.each(common)('$error: $rule', async ({ error, methods, accepted, refused }) => {
    expect(methods.length).toBeGreaterThan(0)
    for (const method of methods) {
      const reply = await accepted(stage, method)
      expect(reply.error, `accepted by ${method}`).not.toBe(error)
    }
    await stage.stop()
    stage = await buildStage(scopes)
    for (const method of methods) {
      const reply = await refused(stage, method)
      expect(reply.error, `refused by ${method}`).toBe(error)
      produced.add(`${method} ${error}`)
    }
  })
})

describe('refuses', () => {
  it.each(refusals)('$error: $rule', async ({ error, accepted, refused }) => {
    for (const { method, body } of await play(stage, accepted)) expect(body, method).toMatchObject({ ok: true })
    await stage.stop()
    stage = await buildStage(scopes)
    for (const { method, body } of await play(stage, refused)) {
      expect(body, method).toMatchObject({ ok: false, error })
      produced.add(`${method} ${error}`)
    }
  })
})

describe('keeps', () => {
  it.each(facts)('$rule', async ({ accepted, refused }) => {
    expect(await accepted(stage), 'where it holds').toBe(true)
    await stage.stop()
    stage = await buildStage(scopes)
    expect(await refused(stage), 'where it does not').toBe(false)
  })
})

it('has an example of every error that a method declares', () => {
  const declared = methodNames.flatMap((method) => declaredErrors(method).map((error) => `${method} ${error}`))
  expect(declared.filter((pair) => !produced.has(pair))).toEqual([])
})

it('has no rule twice', () => {
  const sentences = stateRules.map((one) => one.rule)
  expect(sentences.filter((one, at) => sentences.indexOf(one) !== at)).toEqual([])
})

it('marks as guessed what does not come from Slack, and says so in its source', () => {
  const isOurs = (source: string) => /second-hand|\bours\b|chosen|taken over|names no figure/.test(source)
  expect(stateRules.filter((one) => isOurs(one.source) !== (one.guessed ?? false)).map((one) => one.rule)).toEqual([])
})

it('takes a refusal that a method does not declare for a mistake of its own', async () => {
  stage.workspace.tokenError = 'team_added_to_org'
  await expect(stage.call('users.list')).rejects.toThrow()
})
