import { describe, expect, test } from 'vitest'
import { setFacts } from '../../../../../shared/domain/case/set-facts.ts'
import { isRefusal } from '../../../../../shared/domain/refusal.ts'
import { gateSentence } from '../../../../../shared/text/gates.ts'
import { codesOf } from '../../../../support/parsing.ts'
import { type CaseOptions, refusedWith, WorkedCase } from '../../../../support/worked-case.ts'

function set(typed: Readonly<Record<string, string>>, options: CaseOptions = {}) {
  const c = new WorkedCase(options)
  return setFacts(c.case, c.procedure, typed, c.act())
}

/** What was noticed while the facts were read; fails where they were refused. */
function noticed(typed: Readonly<Record<string, string>>): readonly string[] {
  const decided = set(typed)
  if (isRefusal(decided)) throw new Error(decided.code)
  return codesOf(decided.findings)
}

describe('facts are entered once, into the record that owns them', () => {
  test.each([
    ['orgIds', '606606606606, 707707707707', { customer: { orgIds: ['606606606606', '707707707707'] } }],
    ['managementAccountId', '4444-5555-6666', { customer: { managementAccountId: '444455556666' } }],
    ['bucket', ' another-bucket ', { payer: { bucket: 'another-bucket' } }],
    ['reportName', 'my-report', { payer: { reportName: 'my-report' } }],
    ['crawlerStackName', 'MyStack', { payer: { crawlerStackName: 'MyStack' } }],
    ['region', 'eu-central-1', { payer: { region: 'eu-central-1' } }],
    ['payerKind', 'shared', { payer: { kind: 'shared' } }],
    ['accountList', '', { record: { facts: { accountList: '' } } }],
    ['accountList', '111122223333, 444455556666', { record: { facts: { accountList: '111122223333,444455556666' } } }],
    ['accountListDecision', ' Kim decided it ', { record: { facts: { accountListDecision: 'Kim decided it' } } }],
  ] as const)('%s %j', (name, text, expected) => {
    const c = new WorkedCase().sets({ [name]: text })
    expect(c.case).toMatchObject(expected)
    expect(c.activity).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'fact.set' })]))
  })

  test('with what they were before on the record, and only where they changed', () => {
    const c = new WorkedCase().sets({ bucket: 'another-bucket', prefix: 'spotinst_eco' })
    expect(c.activity.filter((a) => a.what === 'fact.set').map((a) => a.params)).toEqual([
      { fact: 'bucket', before: 'spotinst-cur-report-111122223333', after: 'another-bucket' },
    ])
    expect(c.case.customer.revision).toBe(0)
    expect(c.case.payer.revision).toBe(1)
  })

  test('a prefix is read as people paste it, against the report that is entered with it', () => {
    const c = new WorkedCase().sets({ prefix: 'eco/my-report/date-range/', reportName: 'my-report' })
    expect(c.case.payer).toMatchObject({ reportName: 'my-report', prefix: 'eco' })
    expect(noticed({ prefix: '/eco//' })).toEqual(['prefix.slashes-dropped'])
  })

  test('what is noticed while reading is given back', () => {
    expect(noticed({ orgIds: '6066066' })).toEqual(['org-id.unusual-length'])
  })
})

describe('facts are refused all together', () => {
  test.each([
    ['a value that cannot be read', { accountList: '', bucket: 'Spot_Bucket', prefix: 'eco' }, 'bucket'],
    ['a fact that nobody has', { accountList: '', colour: 'red' }, 'colour'],
    ['a fact that is not set on a case', { accountList: '', spotLink: 'https://example.com' }, 'spotLink'],
    ['the MSP’s own account', { mspAccountId: '111122223333' }, 'mspAccountId'],
    ['a decision without words', { accountListDecision: '  ' }, 'accountListDecision'],
    ['a kind of payer that there is not', { payerKind: 'split' }, 'payerKind'],
  ])('%s: on its field, and nothing of the rest is taken', (_, typed, field) => {
    expect(refusedWith(set(typed)).field).toBe(field)
  })

  test.each(['on-hold', 'done', 'abandoned'] as const)('in a case that is %s', (state) => {
    expect(refusedWith(set({ accountList: '' }, { record: { state } })).code).toBe('case.not-open')
  })

  test('names that objects have by themselves are no facts', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      const typed = JSON.parse(`{"${name}": "x"}`)
      expect(refusedWith(set(typed))).toMatchObject({ code: 'fact.unknown', field: name })
    }
  })
})

describe('a blank account list', () => {
  const NEEDED = '“Why the account list is blank” is to be entered.'
  const shared = { payer: { kind: 'shared', accountId: '444455556666' } } as const

  test.each([
    ['on a shared payer waits for a decision in words', shared, { accountList: '' }, true],
    [
      'on a shared payer with its decision does not',
      shared,
      { accountList: '', accountListDecision: 'Kim, 14 Nov' },
      false,
    ],
    ['on a dedicated payer needs none', {}, { accountList: '' }, false],
    ['that is not blank needs none', shared, { accountList: '111122223333' }, false],
  ] as const)('%s', (_, options, facts, needed) => {
    const c = new WorkedCase(options).sets(facts)
    const step = c.evaluation.steps.find((s) => s.step.id === 'extractor.account-list')
    const waitsFor = step?.waitsFor.map((w) => gateSentence(w, c.procedure)) ?? []
    expect(waitsFor.includes(NEEDED)).toBe(needed)
  })
})
