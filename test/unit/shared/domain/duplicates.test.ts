import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  caseDuplicates,
  concerning,
  customerDuplicates,
  payerDuplicates,
} from '../../../../shared/domain/duplicates.ts'
import { type Finding, finding } from '../../../../shared/domain/finding.ts'
import type { Customer } from '../../../../shared/domain/records/customer.ts'
import type { Payer } from '../../../../shared/domain/records/payer.ts'
import { makeCustomer, makePayer } from '../../../support/records.ts'
import { wholeFinding } from '../../../support/told.ts'

const acme = makeCustomer()
const beta = (own: Partial<Customer> = {}) =>
  makeCustomer({
    id: 'customer-2',
    name: 'Beta',
    managementAccountId: '444455556666',
    orgIds: ['707707707707'],
    ...own,
  })
const ours = makePayer({ kind: 'shared' })
const other = (own: Partial<Payer> = {}) =>
  makePayer({ id: 'payer-2', accountId: '444455556666', bucket: 'elsewhere', ...own })

const said = (findings: readonly Finding[]) =>
  findings.map((f) => {
    const { level, code, field } = wholeFinding(f)
    return [level, code, field]
  })

describe('of another customer', () => {
  test.each<[string, Partial<Customer>, unknown[]]>([
    ['nothing in common is no duplicate', {}, []],
    [
      'the same management account is an error',
      { managementAccountId: acme.managementAccountId },
      [['error', 'duplicate.management-account', 'managementAccountId']],
    ],
    ['the same Org ID is a warning', { orgIds: ['606606606606'] }, [['warning', 'duplicate.org-ids', 'orgIds']]],
    [
      'one Org ID of several is enough',
      { orgIds: ['808808808808', '606606606606'] },
      [['warning', 'duplicate.org-ids', 'orgIds']],
    ],
    ['no Org IDs on either side are nothing in common', { orgIds: [] }, []],
    ['the same payer alone is no duplicate of customers', { payerId: acme.payerId }, []],
    ['the same name is no duplicate: two companies can be called alike', { name: acme.name }, []],
  ])('%s', (_name, own, expected) => {
    expect(said(customerDuplicates(acme, [acme, beta(own)]))).toEqual(expected)
  })

  test('each names the IDs and leads to the other', () => {
    const [found] = customerDuplicates(makeCustomer({ orgIds: ['606606606606', '707707707707'] }), [
      beta({ orgIds: ['707707707707', '606606606606'] }),
    ])
    expect(found?.params).toEqual({ ids: '606606606606, 707707707707', customer: 'Beta' })
    expect(found?.other).toEqual({ kind: 'customer', id: 'customer-2', name: 'Beta' })
  })
})

describe('of another payer', () => {
  const { bucket, prefix, reportName } = ours
  test.each<[string, Partial<Payer>, unknown[]]>([
    ['a bucket of its own is no duplicate, whatever report and prefix are called', { prefix, reportName }, []],
    ['the same bucket is a warning', { bucket, prefix: 'other' }, [['warning', 'duplicate.bucket', 'bucket']]],
    [
      'the same bucket with another report is a warning',
      { bucket, reportName: 'other' },
      [['warning', 'duplicate.bucket', 'bucket']],
    ],
    ['the same report, bucket and prefix is said as that', { bucket }, [['warning', 'duplicate.report', 'bucket']]],
    ['the same name in AWS China is another bucket', { bucket, partition: 'aws-cn' }, []],
  ])('%s', (_name, own, expected) => {
    expect(said(payerDuplicates(ours, [], [ours, other(own)]))).toEqual(expected)
  })

  test('no bucket yet on either side is nothing in common', () => {
    expect(payerDuplicates(makePayer({ bucket: '' }), [], [other({ bucket: '' })])).toEqual([])
  })

  test('leads to the other', () => {
    const [found] = payerDuplicates(ours, [], [other({ bucket })])
    expect(found?.other).toEqual({ kind: 'payer', id: 'payer-2', name: '4444 5555 6666' })
  })
})

describe('of customers on one payer', () => {
  test('a shared payer makes the same bucket normal', () => {
    expect(payerDuplicates(ours, [acme, beta({ payerId: ours.id })], [ours])).toEqual([])
  })

  test('a dedicated payer that pays for two customers is a warning, for one it is none', () => {
    const dedicated = makePayer()
    expect(said(payerDuplicates(dedicated, [acme, beta()], [dedicated]))).toEqual([
      ['warning', 'duplicate.dedicated-payer', 'payerKind'],
    ])
    expect(payerDuplicates(dedicated, [acme], [dedicated])).toEqual([])
  })
})

test('a case never is a duplicate of itself', () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))
  const customers = fc.record({ managementAccountId: digits(12), orgIds: fc.array(digits(12), { maxLength: 5 }) })
  const payers = fc.record({
    accountId: digits(12),
    bucket: fc.string(),
    prefix: fc.string(),
    reportName: fc.string(),
    kind: fc.constantFrom('dedicated', 'shared', 'transfer'),
    partition: fc.constantFrom('aws', 'aws-cn'),
  })
  fc.assert(
    fc.property(customers, payers, (customerFacts, payerFacts) => {
      const [customer, payer] = [makeCustomer(customerFacts), makePayer(payerFacts)]
      const near = { customers: [customer], payers: [payer] }
      expect(caseDuplicates({ customer, payer }, [customer], near)).toEqual([])
      // The same values in other records are found, so that nothing above holds for want of looking.
      const twin = { customers: [{ ...customer, id: 'other' }], payers: [{ ...payer, id: 'other' }] }
      const codes = caseDuplicates({ customer, payer }, [customer], twin).map((f) => f.code)
      expect(codes).toContain('duplicate.management-account')
      expect(codes.includes('duplicate.org-ids')).toBe(customer.orgIds.length > 0)
      expect(codes.includes('duplicate.report')).toBe(payer.bucket !== '')
    }),
  )
})

test('what is entered is warned of where it decides, and not elsewhere', () => {
  const [bucket, orgIds] = [
    finding('warning', 'duplicate.bucket', { bucket: 'b', payer: 'p' }, 'bucket'),
    finding('warning', 'duplicate.org-ids', { ids: '1', customer: 'c' }, 'orgIds'),
  ]
  expect(concerning([bucket, orgIds], ['prefix'])).toEqual([bucket])
  expect(concerning([bucket, orgIds], ['orgIds', 'extractorStackName'])).toEqual([orgIds])
  expect(concerning([bucket, orgIds], ['name'])).toEqual([])
})
