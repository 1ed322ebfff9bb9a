import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../../shared/domain/procedure/types.ts'
import { mspCurExtraction } from '../../../../shared/procedures/msp-cur-extraction.ts'
import { gateSentence } from '../../../../shared/text/gates.ts'

describe('a shut gate says what it waits for', () => {
  test.each([
    [{ step: 'report.sign-in' }, '“Sign in to the billing account” comes first.'],
    [{ step: 'gone.step' }, '“gone.step” comes first.'],
    [{ known: 'bucket' }, '“CUR bucket name” is to be entered.'],
    [{ fact: 'payerKind', is: ['dedicated', 'shared'] }, '“Kind of payer” has to be “Dedicated” or “Shared”.'],
    [{ fact: 'accountList', is: '' }, '“Account list” has to be blank.'],
    [{ waitMet: 'spot-link' }, 'The wait “Spot answers with a link” has to end.'],
    [{ submission: 'sent' }, 'The submission has to be sent.'],
    [{ submission: 'answered' }, 'Spot has to answer the submission with a link.'],
    [{ attached: 'crawler-file' }, 'The crawler file has to be attached.'],
    [{ passed: 'bucket.ready' }, 'The check of this step has to pass.'],
    [
      { all: [{ known: 'bucket' }, { known: 'prefix' }] },
      '“CUR bucket name” is to be entered. “Prefix” is to be entered.',
    ],
    [
      { any: [{ submission: 'sent' }, { attached: 'crawler-file' }] },
      'The submission has to be sent. Or: The crawler file has to be attached.',
    ],
    [{ not: { fact: 'accountList', is: '' } }, 'Not so: “Account list” has to be blank.'],
  ] satisfies readonly [Condition, string][])('%o', (condition, text) => {
    expect(gateSentence(condition, mspCurExtraction)).toBe(text)
  })

  test('of alternatives by the one that a person can still bring about', () => {
    const blank: Condition = {
      any: [
        { fact: 'payerKind', is: 'dedicated' },
        { not: { fact: 'accountList', is: '' } },
        { known: 'accountListDecision' },
      ],
    }
    expect(gateSentence(blank, mspCurExtraction)).toBe('“Why the account list is blank” is to be entered.')
  })
})
