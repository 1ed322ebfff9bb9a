import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePrefix } from '../../../../../shared/domain/values/prefix.ts'
import { noticed, outcomeOf, valueRead } from '../../../../support/parsing.ts'

const REPORT = 'spotinst-cur-report'
const folders = fc
  .stringMatching(/^[0-9A-Za-z!_*'()-]{1,12}$/)
  .filter((f) => !/^\d{8}-\d{8}$/.test(f) && f !== 'date-range')

describe('a report path prefix', () => {
  test.each([
    ['spotinst_eco', 'spotinst_eco', []],
    [
      'spotinst_eco/spotinst-cur-report/date-range/',
      'spotinst_eco',
      ['prefix.date-range-dropped', 'prefix.report-dropped'],
    ],
    [
      'spotinst_eco/spotinst-cur-report/20261101-20261201/',
      'spotinst_eco',
      ['prefix.date-range-dropped', 'prefix.report-dropped'],
    ],
    ['spotinst_eco/spotinst-cur-report', 'spotinst_eco', ['prefix.report-dropped']],
    [
      'spotinst_eco/spotinst-cur-report/spotinst-cur-report',
      'spotinst_eco',
      ['prefix.report-dropped', 'prefix.report-dropped'],
    ],
    [
      'spotinst_eco/spotinst-cur-report/crawler-cfn.yml',
      'spotinst_eco',
      ['prefix.file-dropped', 'prefix.report-dropped'],
    ],
    [
      'spotinst_eco/spotinst-cur-report/crawler-cfn (1).yml',
      'spotinst_eco',
      ['prefix.file-dropped', 'prefix.report-dropped'],
    ],
    ['s3://cris-spotinst-test/spotinst_eco/', 'spotinst_eco', ['prefix.bucket-dropped']],
    ['//spotinst_eco//', 'spotinst_eco', ['prefix.slashes-dropped']],
    ['a//b', 'a/b', ['prefix.slashes-dropped']],
    ['billing/eco', 'billing/eco', []],
    ['spotinst_eco/other/date-range/', 'spotinst_eco/other', ['prefix.date-range-dropped', 'prefix.other-report']],
    ['spotinst-cur-report', 'spotinst-cur-report', []],
  ])('pasted as %j is %j, noticing %j', (text, prefix, findings) => {
    const result = parsePrefix(text, REPORT)
    expect(valueRead(result)).toBe(prefix)
    expect(noticed(result)).toEqual(findings)
  })

  test('without a known report keeps its last folder, unless the console’s date range tells that it is the report', () => {
    expect(valueRead(parsePrefix('spotinst_eco/spotinst-cur-report'))).toBe('spotinst_eco/spotinst-cur-report')
    expect(valueRead(parsePrefix('spotinst_eco/spotinst-cur-report/date-range/'))).toBe('spotinst_eco')
    expect(valueRead(parsePrefix('spotinst_eco/spotinst-cur-report/date-range/', ''))).toBe('spotinst_eco')
  })

  test.each([
    ['spotinst eco', 'prefix.illegal'],
    ['spotinst_eco\\x', 'prefix.illegal'],
    ['p'.repeat(257), 'prefix.too-long'],
    ['a/../b', 'prefix.dot-folder'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parsePrefix(text, REPORT))).toBe(code)
  })

  test.each([
    ['', ['prefix.blank']],
    ['/', ['prefix.blank']],
    ['date-range/', ['prefix.date-range-dropped', 'prefix.blank']],
  ])('%j is a report without a prefix, and that is said', (text, findings) => {
    const result = parsePrefix(text, REPORT)
    expect(valueRead(result)).toBe('')
    expect(noticed(result)).toEqual(findings)
  })

  test('longer than any path is refused before it is taken apart', () => {
    expect(outcomeOf(parsePrefix(`${REPORT}/`.repeat(100_000), REPORT))).toBe('prefix.too-long')
  })

  test('comes out the same however much of the console’s path is pasted with it', () => {
    const tails = fc.constantFrom(
      '',
      '/',
      `/${REPORT}`,
      `/${REPORT}/`,
      `/${REPORT}/date-range/`,
      `//${REPORT}//20260101-20260201`,
    )
    fc.assert(
      fc.property(fc.array(folders, { minLength: 1, maxLength: 4 }), tails, (path, tail) => {
        fc.pre(path.at(-1) !== REPORT)
        expect(valueRead(parsePrefix(`/${path.join('/')}${tail}`, REPORT))).toBe(path.join('/'))
      }),
    )
  })

  test('once read is read again unchanged, and unremarked unless it is blank', () => {
    const text = fc
      .array(fc.oneof(folders, fc.constantFrom('', 'date-range', REPORT, '20260101-20260201')))
      .map((p) => p.join('/'))
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, REPORT), (typed, report) => {
        const first = parsePrefix(typed, report)
        if (!first.ok) return
        const again = parsePrefix(first.value, report)
        expect(valueRead(again)).toBe(first.value)
        expect(noticed(again)).toEqual(first.value === '' ? ['prefix.blank'] : [])
      }),
    )
  })
})
