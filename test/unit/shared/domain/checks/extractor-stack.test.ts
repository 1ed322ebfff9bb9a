import { describe, expect, test } from 'vitest'
import type { StackFacts } from '../../../../../shared/domain/aws-facts.ts'
import { checkConcurrency } from '../../../../../shared/domain/checks/concurrency.ts'
import { checkExtractorStack } from '../../../../../shared/domain/checks/extractor-stack.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { codesOf } from '../../../../support/parsing.ts'

const PREFILLED = { CURPrefixName: 'spotinst_eco', S3OutputBucket: 'sc-msp-data-extractor', AccountList: '' }
const facts = { accountList: '111122223333,222233334444', bucket: 'a-bucket', payerKind: 'shared' }
const good = { ...PREFILLED, AccountList: facts.accountList, CURBucketName: 'a-bucket' }

function stack(parameters: Readonly<Record<string, string>>): StackFacts {
  return {
    id: 'arn:1',
    name: 'SpotCurExtractor',
    status: 'CREATE_COMPLETE',
    statusReason: null,
    createdAt: '2026-11-20T08:00:00.000Z',
    parameters,
    firstFailure: null,
    complete: 3,
    resources: 3,
  }
}

describe('the extractor stack', () => {
  test.each([
    ['as the case and Spot’s link have it', good, []],
    ['whose template hides a value', { ...good, S3OutputBucket: '****' }, []],
    [
      'whose list has spaces',
      { ...good, AccountList: '111122223333, 222233334444' },
      ['stack.account-list-spaces', 'stack.parameter-differs'],
    ],
    ['whose list is blank', { ...good, AccountList: '' }, ['stack.account-list-blank', 'stack.parameter-differs']],
    ['with a pre-filled value typed over', { ...good, S3OutputBucket: 'mine' }, ['stack.parameter-differs']],
    ['into another bucket', { ...good, CURBucketName: 'another' }, ['stack.parameter-differs']],
  ] as const)('%s', (_, parameters, codes) => {
    const seen = checkExtractorStack(stack(parameters), PREFILLED, facts)
    expect(codesOf(seen.findings)).toEqual(codes)
    expect(outcomeOf(seen)).toBe(codes.length === 0 ? 'pass' : 'fail')
  })

  test.each([
    ['the case says so', { ...facts, accountList: '' }, []],
    ['the payer is the customer’s own', { ...facts, payerKind: 'dedicated' }, ['stack.parameter-differs']],
  ] as const)('may leave the list blank where %s, as far as sending too much goes', (_, own, codes) => {
    expect(codesOf(checkExtractorStack(stack({ ...good, AccountList: '' }), PREFILLED, own).findings)).toEqual(codes)
  })
})

describe('Lambda concurrency', () => {
  test.each([
    [{ limit: 1_000, unreserved: 1_000 }, false, 'pass'],
    [{ limit: 102, unreserved: 102 }, false, 'pass'],
    [{ limit: 102, unreserved: 101 }, false, 'warn'],
    [{ limit: 10, unreserved: 10 }, false, 'warn'],
    [{ limit: 10, unreserved: 8 }, true, 'pass'],
  ])('%o with the stack standing: %s is %s', (account, stands, outcome) => {
    const seen = checkConcurrency(account, 'us-east-1', stands)
    expect(outcomeOf(seen)).toBe(outcome)
    expect(codesOf(seen.findings)).toEqual(outcome === 'pass' ? [] : ['lambda.concurrency-low'])
  })
})
