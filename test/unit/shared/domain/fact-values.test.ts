import { describe, expect, test } from 'vitest'
import { readFact } from '../../../../shared/domain/fact-values.ts'
import type { FactName } from '../../../../shared/domain/facts.ts'
import { outcomeOf, valueRead } from '../../../support/parsing.ts'

const known = {
  report: 'daily',
  billingReport: 'billing',
  partition: 'aws',
  managementAccountId: '111122223333',
} as const

describe('a fact as typed', () => {
  test.each([
    ['managementAccountId', '1111-2222-3333', '111122223333'],
    ['orgIds', '606606606606; 707707707707', '606606606606,707707707707'],
    ['payerKind', ' shared ', 'shared'],
    ['region', 'US-East-1', 'us-east-1'],
    ['prefix', '/eco/daily/', 'eco'],
    ['billingPrefix', 'bill/billing/', 'bill'],
    ['billingPrefix', 'bill/daily', 'bill/daily'],
    ['roleArns', 'arn:aws:iam::111122223333:role/Spot', 'arn:aws:iam::111122223333:role/Spot'],
    ['managedByMsp', ' YES ', 'yes'],
    ['linkDecision', '  Kim confirmed it ', 'Kim confirmed it'],
  ] as const)('is read by its own rule: %s from %j is %j', (name, text, value) => {
    expect(valueRead(readFact(name, text, known))).toBe(value)
  })

  test.each([
    ['orgIds', '4711', 'org-id.is-flexera'],
    ['payerKind', 'resold', 'payer.unknown-kind'],
    ['region', 'cn-north-1', 'region.other-partition'],
    ['billingRegion', 'Mars', 'region.malformed'],
    ['roleArns', 'arn:aws:iam::999988887777:role/Spot', 'role-arn.other-account'],
    ['managedByMsp', 'perhaps', 'fact.not-a-choice'],
    ['accountListDecision', ' ', 'decision.missing'],
    ['payerAccountId', '111122223333', 'fact.not-settable'],
  ] as const)('is refused at its field: %s from %j is %s', (name, text, code) => {
    const read = readFact(name, text, known)
    expect(outcomeOf(read)).toBe(code)
    expect(read).toMatchObject({ refusal: { field: name } })
  })

  test('names what there is to choose from', () => {
    const of = (name: FactName) => {
      const read = readFact(name, 'perhaps', known)
      return read.ok ? null : read.refusal.params
    }
    expect(of('managedByMsp')).toEqual({ text: 'perhaps', choices: 'yes, no' })
    expect(of('payerKind')).toEqual({ text: 'perhaps', kinds: 'dedicated, shared, transfer' })
  })

  test('of a region is held to a partition only where one is known', () => {
    expect(valueRead(readFact('region', 'cn-north-1', { report: 'daily' }))).toBe('cn-north-1')
    expect(valueRead(readFact('region', 'cn-north-1', { report: 'daily', partition: 'aws-cn' }))).toBe('cn-north-1')
    expect(outcomeOf(readFact('region', 'us-east-1', { report: 'daily', partition: 'aws-cn' }))).toBe(
      'region.other-partition',
    )
  })
})
