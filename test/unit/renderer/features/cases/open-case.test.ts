import { describe, expect, test } from 'vitest'
import type { Client } from '../../../../../renderer/client/client.ts'
import { OperationError } from '../../../../../renderer/client/operation-error.ts'
import { type NewCase, type NewCaseProgress, openNewCase } from '../../../../../renderer/features/cases/open-case.ts'

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
  const asking: object[] = []
  const sent: string[] = []
  const client = {
    send: async (name: string, input: object) => {
      if (name === 'procedure.intake') return { questions: asking }
      sent.push(`${name} ${JSON.stringify(input)}`)
      if (refused.includes(name)) throw OperationError.ofClient('client.offline')
      return { id: `id of ${name}` }
    },
    listen: () => () => {},
  } as unknown as Client
  const progress: NewCaseProgress = { payerId: null, customer: null, asked: [] }
  return { sent, client, progress, refused, asking }
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

  test('stops once to ask what the procedure has to know, and then goes on with the answers', async () => {
    const host = hostRefusing()
    host.asking.push({ required: true, fact: { name: 'managedByMsp', value: null } })
    const existing = { ...form, customerId: 'c1' }
    expect(await openNewCase(host.client, existing, host.progress)).toHaveProperty('asks')
    expect(host.sent).toEqual([])
    host.asking[0] = { required: true, fact: { name: 'managedByMsp', value: 'yes' } }
    await openNewCase(host.client, { ...existing, answers: { managedByMsp: 'yes' } }, host.progress)
    expect(host.sent).toEqual([
      'case.open {"customer":"c1","procedure":"msp-cur-extraction","facts":{"managedByMsp":"yes"}}',
    ])
  })

  test('leaves a question that was asked and not answered to the host’s refusal', async () => {
    const host = hostRefusing('case.open')
    host.asking.push({ required: true, fact: { name: 'managedByMsp', value: null } })
    const existing = { ...form, customerId: 'c1' }
    await openNewCase(host.client, existing, host.progress)
    await expect(openNewCase(host.client, existing, host.progress)).rejects.toMatchObject({ code: 'client.offline' })
  })
})
