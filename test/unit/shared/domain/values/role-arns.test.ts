import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRoleArns } from '../../../../../shared/domain/values/role-arn.ts'
import { outcomeOf, valueRead } from '../../../../support/parsing.ts'

const account = '111122223333'
const within = { account, partition: 'aws' } as const
const role = (name: string, of = account) => `arn:aws:iam::${of}:role/${name}`

describe('Role ARNs', () => {
  test.each([
    [role('A'), [role('A')]],
    [`${role('A')}\n${role('B')}`, [role('A'), role('B')]],
    [`${role('A')}, ${role('B')};${role('C')}`, [role('A'), role('B'), role('C')]],
    [`${role('A')},${role('B')},`, [role('A'), role('B')]],
    // A comma within a name separates nothing.
    [`${role('a,b')},${role('c')}`, [role('a,b'), role('c')]],
  ])('%j are taken apart', (text, arns) => {
    expect(valueRead(parseRoleArns(text, within))).toEqual(arns)
  })

  test.each([
    ['', 'role-arn.missing'],
    [' ,; ', 'role-arn.missing'],
    [`${role('A')} SpotRole`, 'role-arn.malformed'],
    [`${role('A')}\n${role('B', '444455556666')}`, 'role-arn.other-account'],
    [`arn:aws-cn:iam::${account}:role/A`, 'role-arn.other-partition'],
  ])('%j are refused: %s', (text, code) => {
    expect(outcomeOf(parseRoleArns(text, within))).toBe(code)
  })

  test('one that is pasted twice is kept once, and said', () => {
    const read = parseRoleArns(`${role('A')} ${role('A')}`, within)
    expect(valueRead(read)).toEqual([role('A')])
    expect(read.ok && read.findings.map((f) => f.code)).toEqual(['role-arn.repeated'])
  })

  test('without an account to lie in, any will do', () => {
    expect(valueRead(parseRoleArns(role('A', '999988887777'), {}))).toHaveLength(1)
  })

  test('are read back from how they are kept', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9+=@_-][A-Za-z0-9+=,.@_-]{0,30}[A-Za-z0-9]$/)
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
        const arns = names.map((n) => role(n))
        expect(valueRead(parseRoleArns(arns.join(','), within))).toEqual(arns)
      }),
    )
  })
})
