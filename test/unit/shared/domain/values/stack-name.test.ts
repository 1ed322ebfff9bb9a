import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStackName, suggestStackName } from '../../../../../shared/domain/values/stack-name.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

describe('a stack name', () => {
  test.each(['SpotEcoStack', 'spot-eco', 'S', 'a'.repeat(128), ' SpotEcoStack '])('%j is accepted', (name) => {
    expect(valueRead(parseStackName(name))).toBe(name.trim())
  })

  test.each([
    ['', 'stack-name.missing'],
    ['Spot Eco Stack', 'stack-name.illegal'],
    ['1spot', 'stack-name.illegal'],
    ['-spot', 'stack-name.illegal'],
    ['spot_eco', 'stack-name.illegal'],
    ['Spöt', 'stack-name.illegal'],
    ['a'.repeat(129), 'stack-name.too-long'],
  ])('%j is refused: %s', (name, code) => {
    expect(outcomeOf(parseStackName(name))).toBe(code)
  })

  test('of the document, Spot Eco Stack, is refused with the name that Spot itself moved to (trap 1)', () => {
    const result = parseStackName('Spot Eco Stack')
    expect(remedyOf(result)).toBe('Use SpotEcoStack; Spot’s own later page does.')
    expect(result).toMatchObject({ refusal: { code: 'stack-name.illegal', params: { suggestion: 'SpotEcoStack' } } })
    expect(sentence('stack-name.illegal', { text: 'Spot Eco Stack', suggestion: 'SpotEcoStack' }).message).toBe(
      'CloudFormation does not accept “Spot Eco Stack”: names have letters, digits and hyphens only, and start with a letter.',
    )
  })

  test.each([
    ['spot eco stack', 'spotEcoStack'],
    ['my_eco_stack', 'my-eco-stack'],
    ['2026 Spot Eco', 'SpotEco'],
    ['***', 'SpotEcoStack'],
  ])('typed as %j is suggested as %s', (text, name) => {
    expect(suggestStackName(text)).toBe(name)
  })

  test('that is suggested is itself accepted, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const name = suggestStackName(text)
        expect(valueRead(parseStackName(name))).toBe(name)
      }),
    )
  })
})
