import { describe, expect, test } from 'vitest'
import { checkAccount } from '../../../../../shared/domain/checks/account.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { codesOf } from '../../../../support/parsing.ts'

const identity = {
  accountId: '111122223333',
  arn: 'arn:aws:iam::111122223333:user/ana',
  endpoint: 'sts',
  simulated: false,
}

describe('the caller', () => {
  test.each([
    ['the account that is expected and heads its organization', '111122223333', 'management', 'pass', []],
    ['the account that is expected and stands alone', '111122223333', 'standalone', 'pass', []],
    ['the account that is expected, its role not readable', '111122223333', null, 'no-access', []],
    [
      'a member of an organization: its report would show that account only',
      '111122223333',
      'member',
      'fail',
      ['account.member'],
    ],
    ['another account', '444455556666', 'management', 'fail', ['account.wrong']],
    ['another account that is a member too', '444455556666', 'member', 'fail', ['account.wrong', 'account.member']],
  ] as const)('is %s', (_, expected, role, outcome, codes) => {
    const seen = checkAccount(identity, expected, role)
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(codes)
  })

  test('that is the wrong one is shown beside the right one', () => {
    expect(checkAccount(identity, '444455556666', null).lines[0]).toEqual({
      label: 'Account',
      expected: '444455556666',
      actual: '111122223333',
      outcome: 'fail',
    })
  })
})
