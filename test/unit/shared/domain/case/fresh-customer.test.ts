import { describe, expect, test } from 'vitest'
import { type FreshCustomer, freshCustomer } from '../../../../../shared/domain/case/fresh-customer.ts'
import { makePayer } from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const typed: FreshCustomer = {
  name: ' Birch Dental ',
  managementAccountId: '3333 0000 0000',
  orgIds: '606200000000, 606200000001',
  payerKind: 'dedicated',
  payerAccountId: '444400000000',
}
const fresh = (change: Partial<FreshCustomer> = {}, payer: Parameters<typeof freshCustomer>[1] = null) =>
  freshCustomer({ ...typed, ...change }, payer, new WorkedCase().act())

describe('a customer that nobody has recorded yet', () => {
  test('is read as it is typed, and pays its own bill', () => {
    const { customer, payer } = fresh()
    expect(customer).toMatchObject({
      name: 'Birch Dental',
      managementAccountId: '333300000000',
      orgIds: ['606200000000', '606200000001'],
      payerId: payer.id,
    })
    expect(payer).toMatchObject({
      accountId: '333300000000',
      kind: 'dedicated',
      bucket: 'spotinst-cur-report-333300000000',
      region: 'us-east-1',
    })
  })

  test.each(['shared', 'transfer'] as const)('on a new %s payer is billed by the account typed for it', (payerKind) => {
    expect(fresh({ payerKind }).payer).toMatchObject({ accountId: '444400000000', kind: payerKind })
  })

  test('on a payer there is takes that one, whatever else is typed', () => {
    const payer = makePayer()
    expect(fresh({ payerKind: 'shared' }, payer)).toMatchObject({ payer, customer: { payerId: payer.id } })
  })

  test('that is half typed leaves out what cannot be read', () => {
    const { customer, payer } = fresh({ managementAccountId: '3333', orgIds: 'act-12345678' })
    expect(customer).toMatchObject({ managementAccountId: '', orgIds: [] })
    expect(payer).toMatchObject({ accountId: '', bucket: '', reportName: 'spotinst-cur-report' })
  })
})
