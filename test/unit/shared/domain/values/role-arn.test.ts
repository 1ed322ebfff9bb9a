import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRoleArn, parseRoleArnIn } from '../../../../../shared/domain/values/role-arn.ts'
import { outcomeOf, valueRead } from '../../../../support/parsing.ts'

describe('a Role ARN', () => {
  test.each([
    ['arn:aws:iam::111122223333:role/SpotRole', 'aws', '/', 'SpotRole'],
    ['arn:aws-cn:iam::111122223333:role/spot/eco/SpotRole-1A', 'aws-cn', '/spot/eco/', 'SpotRole-1A'],
    [' arn:aws-us-gov:iam::111122223333:role/a,b@c.d=e+f\n', 'aws-us-gov', '/', 'a,b@c.d=e+f'],
  ])('%j is taken apart', (text, partition, path, name) => {
    expect(valueRead(parseRoleArn(text))).toEqual({ arn: text.trim(), partition, account: '111122223333', path, name })
  })

  test.each([
    ['', 'role-arn.missing'],
    ['SpotRole', 'role-arn.malformed'],
    ['arn:aws:iam:111122223333:role/SpotRole', 'role-arn.malformed'],
    ['arn:gcp:iam::111122223333:role/SpotRole', 'role-arn.unknown-partition'],
    ['arn:aws:iam::111122223333:user/ana', 'role-arn.not-a-role'],
    ['arn:aws:iam::111122223333:root', 'role-arn.not-a-role'],
    ['arn:aws:sts::111122223333:assumed-role/SpotRole/ana', 'role-arn.not-a-role'],
    ['arn:aws:s3:::bucket/key', 'role-arn.not-a-role'],
    ['arn:aws:iam::12345678:role/SpotRole', 'role-arn.bad-account'],
    ['arn:aws:iam::111122223333:role/', 'role-arn.bad-name'],
    ['arn:aws:iam::111122223333:role/Spot Role', 'role-arn.bad-name'],
    ['arn:aws:iam::111122223333:role/Spot:Role', 'role-arn.bad-name'],
    [`arn:aws:iam::111122223333:role/${'r'.repeat(65)}`, 'role-arn.bad-name'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseRoleArn(text))).toBe(code)
  })

  test('of another account than the customer’s management account is refused', () => {
    const arn = 'arn:aws:iam::111122223333:role/SpotRole'
    expect(outcomeOf(parseRoleArnIn(arn, '111122223333'))).toBe('ok')
    expect(parseRoleArnIn(arn, '444455556666')).toMatchObject({
      refusal: { code: 'role-arn.other-account', params: { found: '1111 2222 3333', expected: '4444 5555 6666' } },
    })
    expect(outcomeOf(parseRoleArnIn('SpotRole', '444455556666'))).toBe('role-arn.malformed')
  })

  test('put together from its parts reads back as them', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
        fc.array(fc.stringMatching(/^[a-zA-Z0-9_]{1,8}$/), { maxLength: 4 }),
        (account, name, folders) => {
          const path = ['', ...folders, ''].join('/')
          const arn = `arn:aws:iam::${account}:role${path}${name}`
          expect(valueRead(parseRoleArn(arn))).toEqual({ arn, partition: 'aws', account, path, name })
        },
      ),
    )
  })
})
