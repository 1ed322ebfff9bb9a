import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseAddress,
  caseAddressHref,
  parseCaseAddress,
  sameFilter,
} from '../../../../renderer/state/case-address.ts'

const usual: CaseAddress = {
  filter: { states: ['open', 'on-hold'] },
  order: 'due',
  reverse: false,
  layout: 'list',
}
const parsed = (href: string) => parseCaseAddress(href.split('?')[1] ?? '')

describe('the address of the list', () => {
  it('says nothing of what is as usual', () => {
    expect(caseAddressHref(usual)).toBe('#/cases')
    expect(parsed('#/cases')).toEqual(usual)
  })

  it('passes over what it does not know', () => {
    expect(parsed('#/cases?state=open+lost&order=colour&due=soon&untouched=0&layout=pile&x=1')).toEqual({
      ...usual,
      filter: { states: ['open'] },
    })
  })

  it('leads back to what it was made of', () => {
    const text = fc.string({ minLength: 1, maxLength: 40 })
    const address = fc.record({
      filter: fc.record(
        {
          text,
          states: fc.subarray(['open', 'on-hold', 'done', 'abandoned'] as const).map((states) => [...states]),
          procedure: text,
          phase: text,
          owner: text,
          tag: text,
          payer: text,
          dueWithinHours: fc.integer({ min: 0, max: 9_999 }),
          untouchedDays: fc.integer({ min: 1, max: 3_650 }),
        },
        { requiredKeys: ['states'] },
      ),
      order: fc.constantFrom('due', 'updated', 'number', 'customer', 'owner'),
      reverse: fc.boolean(),
      layout: fc.constantFrom('list', 'board'),
    })
    fc.assert(
      fc.property(address, (one) => {
        expect(parsed(caseAddressHref(one))).toEqual(one)
      }),
    )
  })

  it('tells filters apart by what they ask for, not by how they are written', () => {
    expect(sameFilter({ states: ['open', 'on-hold'], owner: null }, { states: ['open', 'on-hold'] })).toBe(true)
    expect(sameFilter({ states: ['open'] }, { states: [] })).toBe(false)
  })
})
