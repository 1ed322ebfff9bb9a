import { describe, expect, test } from 'vitest'
import { REQUEST_IDS, requestDefinitions, waitDefinition } from '../../../../../shared/domain/requests/definitions.ts'
import { cancelRequest, createRequest, finishRequest } from '../../../../../shared/domain/requests/requests.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { procedures } from '../../../../../shared/procedures/index.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { requestMessage } from '../../../../../shared/text/requests.ts'
import { walk } from '../../../../support/walk.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

const ask = (c: WorkedCase, name: string, at?: string) => createRequest(c.case, c.procedure, name, 'e-mail', c.act(at))
const answer = (c: WorkedCase, name: string, at?: string) =>
  finishRequest(c.case, c.procedure, name, 'by telephone', c.act(at))
const giveUp = (c: WorkedCase, name: string, reason: string) =>
  cancelRequest(c.case, c.procedure, name, reason, c.act())

describe('asking the customer', () => {
  test.each(REQUEST_IDS)('for %s starts a wait on the customer, and keeps what was written', (id) => {
    const c = new WorkedCase()
    const asked = '2026-11-16T07:00:00.000Z'
    c.take(ask(c, id, asked))
    expect(c.wait(`request.${id}`)).toMatchObject({ anchorAt: asked, expectedHours: 72, graceHours: 24, metAt: null })
    expect(waitDefinition(c.procedure, `request.${id}`)?.waitsOn).toBe('customer')
    const sent = c.activity.find((a) => a.what === 'request.sent')
    expect(sent?.params).toMatchObject({ request: id, via: 'e-mail', ...requestMessage(id, c.case, c.settings) })
  })

  test('again starts the wait anew and keeps the first as history', () => {
    const c = new WorkedCase()
    c.take(ask(c, 'org-ids')).pass(80).take(ask(c, 'org-ids'))
    expect(c.case.waits.map((w) => [w.anchorAt, w.cancelled?.reason ?? null])).toEqual([
      [START, 'started-anew'],
      [c.now, null],
    ])
  })

  test('can be due elsewhere by a setting', () => {
    const c = new WorkedCase({ settings: { waitHours: { 'request.access': 8 } } })
    c.take(ask(c, 'access'))
    expect(c.wait('request.access').expectedHours).toBe(8)
  })

  test('is refused for what there is no request for, in the future, and on a closed case', () => {
    const c = new WorkedCase()
    expect(refusedWith(ask(c, 'coffee'))).toMatchObject({ code: 'request.unknown', field: 'request' })
    expect(refusedWith(ask(c, 'access', '2027-01-01T00:00:00.000Z')).code).toBe('instant.future')
    c.take(c.move('abandon'))
    expect(refusedWith(ask(c, 'access')).code).toBe('case.not-open')
  })
})

describe('the customer’s answer', () => {
  test('ends the wait when it came, and once', () => {
    const c = new WorkedCase()
    c.take(ask(c, 'access')).pass(10).take(answer(c, 'access'))
    expect(c.wait('request.access').metAt).toBe(c.now)
    expect(refusedWith(answer(c, 'access')).code).toBe('request.not-open')
  })

  test('cannot come before the question', () => {
    const c = new WorkedCase().pass(5)
    c.take(ask(c, 'access'))
    expect(refusedWith(answer(c, 'access', START))).toMatchObject({ code: 'request.early-answer', field: 'at' })
  })

  test('need not be said where what was asked for is there', () => {
    const c = new WorkedCase({ customer: { orgIds: [] } })
    c.take(ask(c, 'org-ids')).take(ask(c, 'access')).take(ask(c, 'lambda-quota')).take(ask(c, 'eco-steps')).pass(2)
    c.sets({ orgIds: '606606606606', accessHolder: 'customer' })
    expect(c.wait('request.org-ids').metAt).toBe(c.now)
    expect(c.wait('request.access').metAt).toBeNull()
    c.sets({ accessHolder: 'msp' }).sees('lambda.concurrency', 'pass')
    expect(c.wait('request.access').metAt).toBe(c.now)
    expect(c.wait('request.lambda-quota').metAt).toBe(c.now)
    expect(c.wait('request.eco-steps').metAt).toBeNull()
  })

  test('that was there before does not end a question asked since', () => {
    const c = new WorkedCase()
    c.take(ask(c, 'org-ids')).sets({ prefix: 'other' })
    expect(c.wait('request.org-ids').metAt).toBeNull()
  })
})

describe('giving up on a request', () => {
  test('ends the wait with its reason, which is needed', () => {
    const c = new WorkedCase()
    expect(refusedWith(giveUp(c, 'access', 'none')).code).toBe('request.not-open')
    c.take(ask(c, 'access'))
    expect(refusedWith(giveUp(c, 'access', ' '))).toMatchObject({ code: 'request.reason-missing', field: 'reason' })
    c.take(giveUp(c, 'access', 'found another way'))
    expect(c.wait('request.access').cancelled).toMatchObject({ reason: 'found another way' })
  })

  test('is not needed where the case is done: nobody waits any more', () => {
    const c = new WorkedCase({ procedure: ecoConnect, record: { facts: { managedByMsp: 'yes' } } })
    c.take(ask(c, 'eco-steps'))
    walk(c)
    expect(c.wait('request.eco-steps').cancelled).toMatchObject({ reason: 'case-done' })
  })

  test('is not meant by a pause: the wait rests with the case', () => {
    const c = new WorkedCase()
    c.take(ask(c, 'access')).take(c.move('hold'))
    expect(c.wait('request.access')).toMatchObject({ paused: { reason: 'because' }, cancelled: null })
  })
})

describe('the messages', () => {
  test('carry the case’s values, its reference and who writes', () => {
    const c = new WorkedCase({ payer: { kind: 'shared', accountId: '444455556666', region: 'eu-west-1' } })
    const text = (id: (typeof REQUEST_IDS)[number]) => {
      const message = requestMessage(id, c.case, c.settings)
      expect(message.to).toBe('kim@acme.example')
      expect(message.text).toMatch(/^Hello Kim,\n/)
      expect(message.text).toContain('Our reference: C-1.')
      expect(message.text).toMatch(/Ana\nNorthwind Managed Services\n$/)
      return `${message.subject}\n${message.text}`
    }
    expect(text('org-ids')).toContain('My Organization')
    expect(text('access')).toContain('444455556666')
    expect(text('eco-steps')).toContain('management account 111122223333')
    expect(text('lambda-quota')).toMatch(/444455556666[\s\S]*eu-west-1[\s\S]*102/)
  })

  test('are written all the same where no contact has an address', () => {
    const c = new WorkedCase({ customer: { contacts: [{ name: 'Kim', email: '', role: '' }] } })
    const message = requestMessage('access', c.case, c.settings)
    expect(message.to).toBe('')
    expect(message.text).toMatch(/^Hello,\n/)
  })
})

test('no procedure has a wait of the same name as a request', () => {
  const requests = requestDefinitions.map((r) => r.wait.id)
  expect(procedures.flatMap((p) => p.waits).filter((w) => requests.includes(w.id))).toEqual([])
  expect(waitDefinition(mspCurExtraction, 'spot-link')?.expectedHours).toBe(72)
  expect(waitDefinition(mspCurExtraction, 'of-nobody')).toBeNull()
})
