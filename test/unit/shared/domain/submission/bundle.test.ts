import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SubmissionItems } from '../../../../../shared/domain/records/submission.ts'
import {
  bundleName,
  changedItems,
  sha256Sums,
  slug,
  submissionJson,
} from '../../../../../shared/domain/submission/bundle.ts'
import { makeSubmission } from '../../../../support/records.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const ITEMS: SubmissionItems = {
  crawlerFile: { attachmentId: 'file-0', sha256: 'ab'.repeat(32), size: 9_420 },
  mspAccountId: '999900001111',
  managementAccountId: '111122223333',
  bucket: 'spotinst-cur-report-111122223333',
  stackName: 'SpotEcoStack',
  prefix: 'spotinst_eco',
  orgIds: ['606606606606', '707707707707'],
}

describe('the name of a bundle', () => {
  test('is the day of the attempt in UTC, the customer, its management account and the case', () => {
    const c = new WorkedCase({ customer: { name: 'Möbel Krämer & Söhne' }, record: { number: 42 } })
    const late = makeSubmission({ createdAt: '2026-11-14T23:59:59.999Z' })
    expect(bundleName(c.case, late)).toBe('2026-11-14_mobel-kramer-sohne_111122223333_C-42')
  })

  test.each([
    ['Aurora Bakeries', 'aurora-bakeries'],
    ['Café Señorial', 'cafe-senorial'],
    ['  --A  &  B--  ', 'a-b'],
    ['ACME/../../etc', 'acme-etc'],
    ['東京クラウド', 'customer'],
    ['🎉', 'customer'],
    ['', 'customer'],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
    ['ﬁne ①', 'fine-1'],
  ])('writes %j as %s', (name, written) => {
    expect(slug(name)).toBe(written)
  })

  test('is safe on every system, whatever the customer is called', () => {
    const names = fc.array(fc.nat(0x10ffff), { maxLength: 80 }).map((points) => String.fromCodePoint(...points))
    fc.assert(
      fc.property(names, (name) => {
        expect(slug(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
        expect(slug(name).length).toBeLessThanOrEqual(40)
        expect(slug(slug(name))).toBe(slug(name))
      }),
    )
  })
})

describe('submission.json', () => {
  const c = new WorkedCase({ record: { number: 42 } })
  const submission = makeSubmission({ attempt: 2 })
  const text = submissionJson(c.case, submission, ITEMS)

  test('has the seven items for a program, under a version of its shape', () => {
    expect(JSON.parse(text)).toEqual({
      schema: 1,
      case: 'C-42',
      attempt: 2,
      date: '2026-11-14',
      customer: 'Acme Foods',
      items: {
        crawlerFile: { name: 'crawler-cfn.yml', sha256: 'ab'.repeat(32), size: 9_420 },
        mspAccountId: '999900001111',
        managementAccountId: '111122223333',
        bucket: 'spotinst-cur-report-111122223333',
        stackName: 'SpotEcoStack',
        prefix: 'spotinst_eco',
        orgIds: ['606606606606', '707707707707'],
      },
      report: { name: 'spotinst-cur-report', region: 'us-east-1', billingAccountId: '111122223333' },
    })
  })

  test('is the same text for the same attempt, whatever the records are called on this machine and whenever it is asked', () => {
    const { case: own } = c.pass(1_000)
    const elsewhere = {
      ...own,
      record: { ...own.record, id: 'another', customerId: 'another', updatedAt: c.now, revision: 77 },
      customer: { ...own.customer, id: 'another' },
    }
    const items = { ...ITEMS, crawlerFile: { ...ITEMS.crawlerFile, attachmentId: 'another' } }
    expect(submissionJson(elsewhere, { ...submission, id: 'another' } as typeof submission, items)).toBe(text)
  })

  test('names no machine and no time of day', () => {
    expect(text).not.toMatch(/file-0|case-1|customer-1|payer-1|submission-1|T\d\d:/)
    expect(text.endsWith('}\n')).toBe(true)
  })
})

describe('SHA256SUMS', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')

  test('has a line for each file as sha256sum reads it, in the order of their names', () => {
    const files = ['submission.txt', 'crawler-cfn.yml'].map((name) => ({ name, sha256: sha(name) }))
    expect(sha256Sums(files)).toBe(
      `${sha('crawler-cfn.yml')}  crawler-cfn.yml\n${sha('submission.txt')}  submission.txt\n`,
    )
  })

  test('does not depend on the order in which the files come', () => {
    const files = ['b', 'a', 'c', 'B'].map((name) => ({ name, sha256: sha(name) }))
    expect(sha256Sums(files.toReversed())).toBe(sha256Sums(files))
  })
})

describe('what has changed since the export', () => {
  test.each([
    [{}, []],
    [{ crawlerFile: { ...ITEMS.crawlerFile, attachmentId: 'taken-again' } }, []],
    [{ crawlerFile: { ...ITEMS.crawlerFile, sha256: 'cd'.repeat(32) } }, ['crawlerFile']],
    [{ mspAccountId: '123412341234' }, ['mspAccountId']],
    [{ managementAccountId: '123412341234' }, ['managementAccountId']],
    [{ bucket: 'x', prefix: '' }, ['bucket', 'prefix']],
    [{ stackName: 'x' }, ['stackName']],
    [{ orgIds: ['606606606606'] }, ['orgIds']],
    [{ orgIds: ['707707707707', '606606606606'] }, ['orgIds']],
  ] satisfies readonly [Partial<SubmissionItems>, readonly string[]][])('%o: %j', (now, changed) => {
    expect(changedItems(ITEMS, { ...ITEMS, ...now })).toEqual(changed)
  })
})
