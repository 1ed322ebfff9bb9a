import { describe, expect, test } from 'vitest'
import {
  changedMeanwhile,
  declareBlank,
  factsToSend,
  isSuggested,
  NO_DRAFTS,
  shownText,
  takeOther,
  typeOver,
} from '../../../../../renderer/features/case/fact-drafts.ts'
import type { FactView } from '../../../../../shared/contract/views.ts'

function fact(over: Partial<FactView>): FactView {
  return {
    name: 'bucket',
    label: 'CUR bucket name',
    value: null,
    display: '',
    owner: 'payer',
    help: '',
    suggestion: null,
    mono: true,
    options: null,
    mayBeBlank: false,
    ...over,
  } as FactView
}

describe('the fields of a step', () => {
  test('send nothing where nothing was touched', () => {
    expect(factsToSend([fact({ value: 'a' }), fact({ name: 'prefix', value: '' })], NO_DRAFTS)).toEqual({})
  })

  test('send exactly what was typed, and only that', () => {
    const bucket = fact({ value: 'a' })
    const drafts = typeOver(NO_DRAFTS, bucket, ' b ')
    expect(factsToSend([bucket, fact({ name: 'prefix', value: 'p' })], drafts)).toEqual({ bucket: ' b ' })
  })

  test('send nothing once the old value has been typed again', () => {
    const bucket = fact({ value: 'a' })
    expect(factsToSend([bucket], typeOver(typeOver(NO_DRAFTS, bucket, 'b'), bucket, 'a'))).toEqual({})
  })

  test('show a suggestion as such, and send it when it is saved', () => {
    const bucket = fact({ suggestion: 'spotinst-cur-report-111122223333' })
    expect(shownText(bucket, NO_DRAFTS)).toBe('spotinst-cur-report-111122223333')
    expect(isSuggested(bucket, NO_DRAFTS)).toBe(true)
    expect(factsToSend([bucket], NO_DRAFTS)).toEqual({ bucket: 'spotinst-cur-report-111122223333' })
    expect(isSuggested(bucket, typeOver(NO_DRAFTS, bucket, 'x'))).toBe(false)
  })

  test('send a blank only where it was declared, not where nothing was typed', () => {
    const list = fact({ name: 'accountList' })
    expect(factsToSend([list], NO_DRAFTS)).toEqual({})
    const declared = declareBlank(NO_DRAFTS, 'accountList', true)
    expect(factsToSend([list], declared)).toEqual({ accountList: '' })
    expect(factsToSend([list], declareBlank(declared, 'accountList', false))).toEqual({})
  })

  test('forget a declared blank where something is typed after all', () => {
    const list = fact({ name: 'accountList' })
    const drafts = typeOver(declareBlank(NO_DRAFTS, 'accountList', true), list, '111122223333')
    expect(factsToSend([list], drafts)).toEqual({ accountList: '111122223333' })
  })

  test('tell when the value under a draft was changed by somebody else, and take theirs when asked', () => {
    const before = fact({ value: 'a' })
    const drafts = typeOver(NO_DRAFTS, before, 'mine')
    expect(changedMeanwhile(before, drafts)).toBe(false)
    const after = fact({ value: 'theirs' })
    expect(changedMeanwhile(after, drafts)).toBe(true)
    expect(changedMeanwhile(after, typeOver(drafts, after, 'mine too'))).toBe(true)
    expect(shownText(after, takeOther(drafts, 'bucket'))).toBe('theirs')
    expect(factsToSend([after], takeOther(drafts, 'bucket'))).toEqual({})
  })

  test('see no conflict where both typed the same', () => {
    const drafts = typeOver(NO_DRAFTS, fact({ value: 'a' }), 'same')
    expect(changedMeanwhile(fact({ value: 'same' }), drafts)).toBe(false)
  })
})
