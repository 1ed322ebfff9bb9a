import { beforeEach, describe, expect, test } from 'vitest'
import { type PracticeDesk, practiceDesk } from '../../support/practice-desk.ts'

let desk: PracticeDesk

beforeEach(async () => {
  desk = await practiceDesk()
  await add('Acme', '111122223333', '606606606606')
})

const add = (name: string, managementAccountId: string, orgIds: string, payer?: string) =>
  desk.send('customer.add', { name, managementAccountId, orgIds, ...(payer === undefined ? {} : { payer }) })

const codes = (findings: readonly { readonly code: string }[]) => findings.map((f) => f.code)

describe('an Org ID that another customer has', () => {
  test('is noticed when the customer is added, and leads to the other', async () => {
    const beta = await add('Beta', '444455556666', '606606606606')
    const { customer: acme } = await desk.send('customer.get', { customer: 'Acme' })
    expect(beta.noticed).toMatchObject([
      { level: 'warning', code: 'duplicate.org-ids', field: 'orgIds', other: { kind: 'customer', id: acme.id } },
    ])
    expect(beta.noticed[0]?.message).toBe('“Acme” has the same Spot Org ID: 606606606606.')
  })

  test('stands on both customers’ pages, until one of them is corrected', async () => {
    const beta = await add('Beta', '444455556666', '606606606606')
    for (const named of ['Acme', 'Beta']) {
      expect(codes((await desk.send('customer.get', { customer: named })).duplicates)).toEqual(['duplicate.org-ids'])
    }
    const set = { customer: beta.id, revision: beta.revision, set: { orgIds: '707707707707' } }
    expect((await desk.send('customer.set', set)).noticed).toEqual([])
    for (const named of ['Acme', 'Beta']) {
      expect((await desk.send('customer.get', { customer: named })).duplicates).toEqual([])
    }
  })

  test('is noticed when it is entered in a case, and stays with the case', async () => {
    await add('Beta', '444455556666', '')
    const beta = await desk.send('case.open', { customer: 'Beta' })
    const set = await desk.send('case.set', { case: beta.id, facts: { orgIds: '606606606606' } })
    expect(codes(set.noticed)).toEqual(['duplicate.org-ids'])
    // Something else entered gives no reason to say it again; the case itself still does.
    const elsewhere = await desk.send('case.set', { case: beta.id, facts: { extractorStackName: 'Mine' } })
    expect(elsewhere.noticed).toEqual([])
    expect(codes(elsewhere.advice)).toContain('duplicate.org-ids')
  })

  test('is not said of a customer whose other fields are changed', async () => {
    const beta = await add('Beta', '444455556666', '606606606606')
    const set = { customer: beta.id, revision: beta.revision, set: { notes: 'Call on Monday' } }
    expect((await desk.send('customer.set', set)).noticed).toEqual([])
  })
})

describe('a bucket that another payer has', () => {
  test('is noticed at the payer and in its cases', async () => {
    await add('Beta', '444455556666', '707707707707')
    const acme = await desk.send('payer.get', { payer: '111122223333' })
    const beta = await desk.send('payer.get', { payer: '444455556666' })
    expect(beta.duplicates).toEqual([])
    const opened = await desk.send('case.open', { customer: 'Beta' })
    expect(codes(opened.advice)).not.toContain('duplicate.report')
    const set = { payer: beta.id, revision: beta.revision, set: { bucket: acme.bucket } }
    const [noticed] = (await desk.send('payer.set', set)).noticed
    expect(noticed).toMatchObject({ code: 'duplicate.report', other: { kind: 'payer', id: acme.id } })
    const view = await desk.send('case.get', { case: opened.id })
    expect(codes(view.advice)).toContain('duplicate.report')
    expect(codes((await desk.send('payer.get', { payer: acme.id })).duplicates)).toEqual(['duplicate.report'])
    const other = await desk.send('case.set', { case: opened.id, facts: { prefix: 'other' } })
    expect(codes(other.noticed)).toEqual(['duplicate.bucket'])
    const own = await desk.send('case.set', { case: opened.id, facts: { bucket: 'beta-bucket' } })
    expect(own.noticed).toEqual([])
  })

  test('is noticed when the payer is added', async () => {
    const { bucket } = await desk.send('payer.get', { payer: '111122223333' })
    const added = await desk.send('payer.add', { accountId: '777788889999', kind: 'shared', bucket, prefix: 'other' })
    expect(codes(added.noticed)).toEqual(['duplicate.bucket'])
  })

  test('is as it should be for customers on one shared payer', async () => {
    await desk.send('payer.add', { accountId: '333300000000', kind: 'shared' })
    const beta = await add('Beta', '444455556666', '707707707707', '333300000000')
    const gamma = await add('Gamma', '777788889999', '808808808808', '333300000000')
    expect([...beta.noticed, ...gamma.noticed]).toEqual([])
    expect((await desk.send('customer.get', { customer: 'Gamma' })).duplicates).toEqual([])
  })
})

test('a dedicated payer that comes to pay for a second customer is noticed', async () => {
  const beta = await add('Beta', '444455556666', '707707707707', '111122223333')
  expect(codes(beta.noticed)).toEqual(['duplicate.dedicated-payer'])
  expect(beta.noticed[0]?.message).toContain('it pays for “Acme”, “Beta”')
  const payer = await desk.send('payer.get', { payer: '111122223333' })
  const set = { payer: payer.id, revision: payer.revision, set: { kind: 'shared' as const } }
  expect((await desk.send('payer.set', set)).noticed).toEqual([])
})
