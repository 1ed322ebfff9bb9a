import { describe, expect, it } from 'vitest'
import { missingActivity } from '../../../../../shared/domain/handover/take-activity.ts'
import { makeActivity } from '../../../../support/records.ts'

const entry = (what: string, own: object = {}) =>
  makeActivity({ what, caseId: 'theirs', params: { a: 1, b: [2] }, ...own })
const ids = new Map([['theirs', 'ours']])
const here = (what: string) => entry(what, { caseId: 'ours' })

describe('the record of a handover', () => {
  it('is about the records as they are called here', () => {
    expect(missingActivity([entry('case.opened')], ids, [])).toEqual([here('case.opened')])
  })

  it('adds what is not there yet, in its order', () => {
    const theirs = ['one', 'two', 'three', 'four'].map((what) => entry(what))
    expect(missingActivity(theirs, ids, [here('three'), here('one')]).map(({ what }) => what)).toEqual(['two', 'four'])
  })

  it('knows an entry whatever the order of its values', () => {
    expect(missingActivity([entry('x')], ids, [{ ...here('x'), params: { b: [2], a: 1 } }])).toEqual([])
  })

  it('keeps as many equal ones as there were', () => {
    expect(missingActivity([entry('x'), entry('x'), entry('x')], ids, [here('x')])).toHaveLength(2)
  })
})
