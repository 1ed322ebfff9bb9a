import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_REPORT_NAME, parseReportName } from '../../../../../shared/domain/values/report-name.ts'
import { outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

describe('a report name', () => {
  test.each(['spotinst-cur-report', 'WorkshopCUR', "A!-_.*'()z9", 'r'.repeat(256)])(
    '%j is accepted as it is',
    (name) => {
      expect(valueRead(parseReportName(name))).toBe(name)
    },
  )

  test.each([
    ['', 'report-name.missing'],
    ['spotinst cur report', 'report-name.illegal'],
    ['spotinst/cur', 'report-name.illegal'],
    ['bericht-ä', 'report-name.illegal'],
    ['😀', 'report-name.illegal'],
    ['r'.repeat(257), 'report-name.too-long'],
    ['..', 'report-name.only-dots'],
  ])('%j is refused: %s', (name, code) => {
    expect(outcomeOf(parseReportName(name))).toBe(code)
  })

  test('with blanks is offered with hyphens, and one without letters as the default', () => {
    expect(remedyOf(parseReportName('spotinst cur report'))).toContain('“spotinst-cur-report”')
    expect(remedyOf(parseReportName('///'))).toContain(DEFAULT_REPORT_NAME)
  })

  test('that is suggested is itself accepted, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const result = parseReportName(text)
        const suggestion = result.ok ? result.value : result.refusal.params.suggestion
        if (typeof suggestion === 'string') expect(valueRead(parseReportName(suggestion))).toBe(suggestion)
      }),
    )
  })
})
