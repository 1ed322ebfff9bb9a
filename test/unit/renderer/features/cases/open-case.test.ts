import { describe, expect, test } from 'vitest'
import type { Client } from '../../../../../renderer/client/client.ts'
import { OperationError } from '../../../../../renderer/client/operation-error.ts'
import {
  intakeOf,
  type NewCase,
  type NewCaseProgress,
  openNewCase,
} from '../../../../../renderer/features/cases/open-case.ts'

const form: NewCase = {
  procedure: 'msp-cur-extraction',
  customerId: '',
  name: 'Müller Logistik AG',
  managementAccountId: '1111 2222 3333',
  orgIds: '606079861234',
  payer: 'dedicated',
  payerId: '',
  payerAccountId: '',
  answers: {},
}

/** A host that takes every command but those named, and remembers what it was sent. */
function hostRefusing(...refused: string[]) {
  const intake = { questions: [] as object[], refusal: null as object | null }
  const sent: string[] = []
  const asked: object[] = []
  const client = {
    send: async (name: string, input: object) => {
      if (name === 'procedure.intake') {
        asked.push(input)
        return intake
      }
      sent.push(`${name} ${JSON.stringify(input)}`)
      if (refused.includes(name)) throw OperationError.ofClient('client.offline')
      return { id: `id of ${name}` }
    },
    listen: () => () => {},
  } as unknown as Client
  const progress: NewCaseProgress = { payerId: null, customer: null }
  return { sent, client, progress, refused, intake, asked }
}

describe('opening a case', () => {
  test('of a new customer who pays the own bill records the customer as typed and opens the case', async () => {
    const { sent, client, progress } = hostRefusing()
    await openNewCase(client, form, progress)
    expect(sent).toEqual([
      'customer.add {"name":"Müller Logistik AG","managementAccountId":"1111 2222 3333","orgIds":"606079861234"}',
      'case.open {"customer":"id of customer.add","procedure":"msp-cur-extraction","facts":{}}',
    ])
  })

  test.each(['shared', 'transfer'] as const)('on a new %s payer records the payer first', async (payer) => {
    const { sent, client, progress } = hostRefusing()
    await openNewCase(client, { ...form, payer, payerAccountId: '444455556666' }, progress)
    expect(sent[0]).toBe(`payer.add {"accountId":"444455556666","kind":"${payer}"}`)
    expect(sent[1]).toContain('"payer":"id of payer.add"')
    expect(sent).toHaveLength(3)
  })

  test('on a payer there is already names it', async () => {
    const { sent, client, progress } = hostRefusing()
    await openNewCase(client, { ...form, payer: 'existing', payerId: 'p1' }, progress)
    expect(sent[0]).toContain('"payer":"p1"')
    expect(sent).toHaveLength(2)
  })

  test('of a customer there is already opens the case and nothing else', async () => {
    const { sent, client, progress } = hostRefusing()
    await openNewCase(client, { ...form, customerId: 'c1' }, progress)
    expect(sent).toEqual(['case.open {"customer":"c1","procedure":"msp-cur-extraction","facts":{}}'])
  })

  test('that was refused half-way goes on where it stopped, and records nobody twice', async () => {
    const host = hostRefusing('case.open')
    const shared = { ...form, payer: 'shared', payerAccountId: '444455556666' } as const
    await expect(openNewCase(host.client, shared, host.progress)).rejects.toMatchObject({ code: 'client.offline' })
    host.refused.pop()
    host.sent.length = 0
    await openNewCase(host.client, shared, host.progress)
    expect(host.sent).toEqual([
      'case.open {"customer":"id of customer.add","procedure":"msp-cur-extraction","facts":{}}',
    ])
  })

  test('that would be refused records nobody and says why', async () => {
    const host = hostRefusing()
    const refusal = { code: 'intake.unanswered', field: 'managedByMsp' }
    host.intake.refusal = refusal
    expect(await openNewCase(host.client, form, host.progress)).toEqual({ refused: refusal })
    expect(host.sent).toEqual([])
  })

  test('sends the answers to what is asked, and neither choices taken back nor answers to another procedure', async () => {
    const host = hostRefusing()
    host.intake.questions = ['managedByMsp', 'accessHolder'].map((name) => ({ fact: { name } }))
    const answers = { managedByMsp: 'yes', accessHolder: '', cloud: 'azure' }
    await openNewCase(host.client, { ...form, customerId: 'c1', answers }, host.progress)
    expect(host.sent).toEqual([
      'case.open {"customer":"c1","procedure":"msp-cur-extraction","facts":{"managedByMsp":"yes"}}',
    ])
  })

  test('that changes a payer others use is confirmed with the second try', async () => {
    const host = hostRefusing()
    host.intake.refusal = { code: 'payer.touches-cases', field: 'region' }
    expect(await openNewCase(host.client, form, host.progress)).toHaveProperty('refused')
    expect(host.sent).toEqual([])
    await openNewCase(host.client, { ...form, customerId: 'c1' }, host.progress, true)
    expect(host.sent[0]).toContain('"confirmed":true')
  })
})

describe('what the host is asked of a form', () => {
  const progress: NewCaseProgress = { payerId: null, customer: null }
  const { procedure, name, managementAccountId, orgIds } = form
  const who = { name, managementAccountId, orgIds }

  test.each([
    ['of a new customer who pays the own bill', {}, { ...who, payerKind: 'dedicated' }],
    [
      'of one on a new shared payer',
      { payer: 'shared', payerAccountId: '4444' },
      { ...who, payerKind: 'shared', payerAccountId: '4444' },
    ],
    ['of one on a payer there is', { payer: 'existing', payerId: 'p1' }, { ...who, payer: 'p1' }],
  ] as const)('%s is as it was typed', (_, change, fresh) => {
    expect(intakeOf({ ...form, ...change }, progress)).toEqual({ procedure, facts: {}, fresh })
  })

  test('of a customer there is, or that a first try has recorded, names the customer', () => {
    expect(intakeOf({ ...form, customerId: 'c1' }, progress)).toEqual({ procedure, facts: {}, customer: 'c1' })
    const customer = { id: 'c2' } as NonNullable<NewCaseProgress['customer']>
    expect(intakeOf(form, { ...progress, customer })).toEqual({ procedure, facts: {}, customer: 'c2' })
  })
})
