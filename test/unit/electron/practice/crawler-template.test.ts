import { describe, expect, test } from 'vitest'
import { generateCrawlerTemplate, glueDatabaseName } from '../../../../electron/practice/crawler-template.ts'
import { readTemplate } from '../../../../electron/practice/world/template.ts'
import { validateCrawlerTemplate } from '../../../../shared/domain/crawler-template/validate.ts'

const facts = { bucket: 'spotinst-cur-report-111122223333', prefix: 'spotinst_eco', report: 'spotinst-cur-report' }
const kinds = (['literal-arn', 'partition'] as const).flatMap((generation) =>
  [true, false].map((kms) => ({ generation, kms })),
)

describe('a generated crawler file', () => {
  test.each(kinds)('of the kind %o has the size, the resources and the mentions of AWS’s own', (kind) => {
    const text = generateCrawlerTemplate({ ...facts, ...kind })
    expect(text.length).toBeGreaterThan(9_000)
    expect(text.length).toBeLessThan(10_240)
    expect(readTemplate(text).resources).toHaveLength(11)
    expect(validateCrawlerTemplate(text, facts)).toMatchObject({ ok: true, findings: [], runtimes: ['nodejs22.x'] })
    expect(/\$\{AWS::Partition\}/.test(text)).toBe(kind.generation === 'partition')
    expect(text.includes('kms:Decrypt')).toBe(kind.kms)
  })

  test('names a retired runtime when it is told to, which is a warning', () => {
    const { ok, findings } = validateCrawlerTemplate(
      generateCrawlerTemplate({ ...facts, runtime: 'nodejs16.x' }),
      facts,
    )
    expect([ok, findings.map((one) => [one.level, one.code])]).toEqual([
      true,
      [['warning', 'crawler-template.runtime-retired']],
    ])
  })

  test.each(['', 'a', 'a/b/c', "it's(a)!prefix*"])('takes the prefix “%s”', (prefix) => {
    const judged = validateCrawlerTemplate(generateCrawlerTemplate({ ...facts, prefix }), { ...facts, prefix })
    expect(judged).toMatchObject({ prefix, findings: [] })
  })

  test('takes every character that a report’s name may have', () => {
    const report = "Acme's_Report!(1)*.x"
    const template = readTemplate(generateCrawlerTemplate({ ...facts, report }))
    const crawler = template.resources.find((one) => one.logicalId === 'AWSCURCrawler')
    expect(crawler?.properties.Name).toBe(`AWSCURCrawler-${report}`)
    const notification = template.resources.find((one) => one.logicalId === 'AWSPutS3CURNotification')
    expect(notification?.properties.ReportKey).toBe(`spotinst_eco/${report}/${report}`)
  })
})

test.each([
  ['spotinst-cur-report', 'athenacurcfn_spotinst_cur_report'],
  ['WorkshopCUR', 'athenacurcfn_workshop_c_u_r'],
  ['billing-report-20230608', 'athenacurcfn_billing_report_20230608'],
])('the database of %s is %s', (report, database) => {
  expect(glueDatabaseName(report)).toBe(database)
})
