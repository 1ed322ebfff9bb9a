import { describe, expect, it } from 'vitest'
import { createDispatch, INPUT_LIMIT_MIB } from '../../../../electron/rpc/dispatch.ts'
import type { Handlers } from '../../../../electron/rpc/handlers.ts'
import { CasebookError } from '../../../../electron/services/casebook-error.ts'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import { refuse } from '../../../../shared/domain/refusal.ts'
import { status, testDesk, testLog } from '../../../support/desk.ts'

function dispatchTo(own: Partial<Handlers> = {}) {
  const desk = testDesk(own)
  const log = testLog()
  const dispatch = createDispatch(desk.handlers, log, () => 'AAAA-BBBB')
  const ask = async (name: string, input: unknown) => JSON.parse(await dispatch(name, JSON.stringify(input)))
  return { ask, dispatch, desk, log }
}

describe('dispatch', () => {
  it('gives a parsed input to the handler, and its output back in the envelope', async () => {
    const { ask, desk } = dispatchTo()
    expect(await ask('host.status', {})).toEqual({ ok: true, value: status })
    expect(desk.reached).toEqual([{ name: 'host.status', input: {} }])
  })

  it('tells a refusal by its code, sentence, remedy, field and values', async () => {
    const refusal = refuse('account-id.malformed', { text: '123', digits: 3 }, 'accountId')
    const { ask, log } = dispatchTo({
      'payer.list': async () => {
        throw new CasebookError(refusal)
      },
    })
    const { ok, error } = await ask('payer.list', {})
    expect(ok).toBe(false)
    expect(error).toMatchObject({
      code: 'account-id.malformed',
      field: 'accountId',
      params: { text: '123', digits: 3 },
    })
    expect(error.message).toContain('123')
    expect(error.remedy).not.toBe('')
    expect(log.lines).toEqual([])
  })

  it('tells a refusal that any other error carries, as the store’s do', async () => {
    const refusal = refuse('input.too-large', { limitMiB: 1 })
    const { ask } = dispatchTo({ 'payer.list': () => Promise.reject(Object.assign(new Error('full'), { refusal })) })
    expect((await ask('payer.list', {})).error).toMatchObject({ code: 'input.too-large', field: null })
  })

  it('keeps what is unforeseen in the log, and gives away its incident number only', async () => {
    const { ask, log } = dispatchTo({
      'payer.list': async () => {
        throw new Error('no AKIAABCDEFGHIJKLMNOP in /home/ana', { cause: new Error('the socket closed') })
      },
    })
    const reply = await ask('payer.list', {})
    expect(reply.error).toMatchObject({ code: 'internal.unexpected', params: { incident: 'AAAA-BBBB' } })
    expect(JSON.stringify(reply)).not.toMatch(/AKIA|home|dispatch/)
    expect(log.lines).toMatchObject([
      { event: 'rpc.unexpected', fields: { operation: 'payer.list', incident: 'AAAA-BBBB' } },
    ])
    const told = String(log.lines[0]?.fields.error)
    expect(told).toContain('dispatch.test.ts')
    expect(told).toContain('the socket closed')
    expect(told).not.toContain('AKIA')
  })

  it.each([[undefined], [null], ['text'], [Object.create(null)], [{ refusal: 'no refusal' }]])(
    'answers also where %j is thrown',
    async (thrown) => {
      const { ask } = dispatchTo({
        'payer.list': async () => {
          throw thrown
        },
      })
      expect((await ask('payer.list', {})).error.code).toBe('internal.unexpected')
    },
  )

  it('does not let out an output that is not as declared', async () => {
    const wrong = { ...status, secret: 'AKIA' } as OutputOf<'host.status'>
    const { ask, log } = dispatchTo({ 'host.status': async () => wrong })
    const reply = await ask('host.status', {})
    expect(reply.error).toMatchObject({
      code: 'internal.contract',
      params: { operation: 'host.status', incident: 'AAAA-BBBB' },
    })
    expect(log.lines).toMatchObject([{ event: 'rpc.contract', fields: { places: [': unrecognized_keys'] } }])
    expect(JSON.stringify([reply, log.lines])).not.toContain('AKIA')
  })

  it.each(['nothing.here', '', 'host', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'x'.repeat(10_000)])(
    'knows no operation “%.20s”',
    async (name) => {
      const { ask, desk } = dispatchTo()
      const { error } = await ask(name, {})
      expect(error).toMatchObject({ code: 'operation.unknown', field: null })
      expect(error.message.length).toBeLessThan(120)
      expect(desk.reached).toEqual([])
    },
  )

  it.each(['', 'undefined', '{', '{"a":1}}', "{'a':1}", '{"kind":"real",}'])(
    'refuses %j, which is not JSON',
    async (text) => {
      const { dispatch } = dispatchTo()
      expect(JSON.parse(await dispatch('host.switch', text)).error.code).toBe('input.not-json')
    },
  )

  it('takes an input up to the limit, and none over it', async () => {
    const { dispatch } = dispatchTo()
    const upToLimit = '{}'.padEnd(INPUT_LIMIT_MIB * 1024 * 1024)
    expect(JSON.parse(await dispatch('host.status', upToLimit)).ok).toBe(true)
    expect(JSON.parse(await dispatch('host.status', `${upToLimit} `)).error.code).toBe('input.too-large')
  })

  it.each([
    ['host.switch', { kind: 'other' }, 'kind', '“kind” has to be “real” or “practice”.'],
    ['host.switch', {}, 'kind', '“kind” has to be “real” or “practice”.'],
    ['host.switch', { kind: 'real', all: 1 }, 'all', '“all” does not belong to this operation.'],
    ['host.switch', [], null, 'The input has to be an object.'],
    ['host.switch', null, null, 'The input has to be an object.'],
    ['case.get', {}, 'case', '“case” is missing.'],
    ['case.get', { case: 42 }, 'case', '“case” has to be text.'],
    ['case.get', { case: '' }, 'case', '“case” must not be empty.'],
    ['case.get', { case: 'x'.repeat(65) }, 'case', '“case” is too long: at most 64 characters.'],
    ['case.list', { limit: 1.5 }, 'limit', '“limit” has to be a whole number.'],
    ['case.list', { limit: 501 }, 'limit', '“limit” is too large: at most 500.'],
    ['payer.set', { payer: 'p', revision: 1, set: { x: 1 } }, 'set.x', '“set.x” does not belong to this operation.'],
    [
      'customer.add',
      { name: 'A', managementAccountId: '', orgIds: '', tags: [''] },
      'tags.0',
      '“tags.0” must not be empty.',
    ],
    ['case.list', { limit: 0 }, 'limit', '“limit” is too small: at least 1.'],
    ['case.list', { text: 'x'.repeat(201) }, 'text', '“text” is too long: at most 200 characters.'],
    [
      'case.describe',
      { case: '1', tags: Array.from({ length: 51 }, () => 'tag') },
      'tags',
      '“tags” has too many entries: at most 50.',
    ],
    ['case.step', { case: '1', step: 's', to: 'done', at: 'today' }, 'at', '“at” does not have the expected form.'],
    ['case.do', { case: '1', action: 'a', confirmed: 'yes' }, 'confirmed', '“confirmed” has to be “true”.'],
  ])('says of an input of %s what is wrong and where: %j', async (name, input, field, message) => {
    const { ask, desk } = dispatchTo()
    const { error } = await ask(name, input)
    expect(error).toMatchObject({ code: 'input.invalid', field, message })
    expect(desk.reached).toEqual([])
  })

  it('does not repeat the value that was wrong', async () => {
    const { ask } = dispatchTo()
    expect(JSON.stringify(await ask('host.switch', { kind: 'a secret in the wrong field' }))).not.toContain('secret')
  })

  it('takes a key named __proto__ for what it is, a key', async () => {
    const { dispatch, desk } = dispatchTo()
    const reply = JSON.parse(await dispatch('host.switch', '{"kind":"real","__proto__":{"kind":"practice"}}'))
    expect(reply.error).toMatchObject({ code: 'input.invalid', field: '__proto__' })
    expect(desk.reached).toEqual([])
  })
})
