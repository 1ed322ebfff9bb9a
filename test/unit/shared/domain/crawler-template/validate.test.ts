import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { databaseNameOf } from '../../../../../shared/domain/crawler-template/names.ts'
import { readYaml } from '../../../../../shared/domain/crawler-template/read-yaml.ts'
import { GENERATED_RESOURCES } from '../../../../../shared/domain/crawler-template/resources.ts'
import { isIntrinsic, isList, type Tree } from '../../../../../shared/domain/crawler-template/tree.ts'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import {
  CURRENT_RUNTIME,
  crawlerTemplate,
  savedInstead,
  spotless,
} from '../../../../support/crawler-template-samples.ts'
import { codesOf, valueRead } from '../../../../support/parsing.ts'

/** The tree as CloudFormation's JSON, which has no tags. */
function asJson(tree: Tree): unknown {
  if (typeof tree === 'string') return tree
  if (isList(tree)) return tree.map(asJson)
  if (isIntrinsic(tree)) return { [tree.fn === 'Ref' ? 'Ref' : `Fn::${tree.fn}`]: asJson(tree.of) }
  return Object.fromEntries([...tree].map(([key, value]) => [key, asJson(value)]))
}

describe('a crawler template as AWS generates it', () => {
  test.each([
    [{ generation: 'literal', kms: false }],
    [{ generation: 'literal', kms: true }],
    [{ generation: 'sub', kms: false }],
    [{ generation: 'sub', kms: true }],
    [{ generation: 'sub', lineEnd: '\r\n' }],
  ] as const)('is accepted without a remark: %j', (options) => {
    expect(validateCrawlerTemplate(spotless(options))).toEqual({
      ok: true,
      report: 'spotinst-cur-report',
      bucket: 'cris-spotinst-test',
      prefix: 'spotinst_eco',
      crawlerName: 'AWSCURCrawler-spotinst-cur-report',
      database: 'athenacurcfn_spotinst_cur_report',
      runtimes: [CURRENT_RUNTIME],
      resources: Object.keys(GENERATED_RESOURCES),
      findings: [],
    })
  })

  test('is accepted for any legal bucket, prefix and report, of both generations, and read exactly', () => {
    const word = fc.stringMatching(/^[0-9A-Za-z!_*'()-]{1,20}$/)
    const places = fc.record({
      bucket: fc.stringMatching(/^[a-z0-9]{3,20}(-[a-z0-9]{1,20})?$/),
      prefix: fc.array(word, { maxLength: 3 }).map((folders) => folders.join('/')),
      // The template carries the crawler's name unquoted and inside code, where a quote would end it.
      report: fc.stringMatching(/^[0-9A-Za-z!_.()-]{1,30}$/).filter((r) => !/^\.+$/.test(r)),
      generation: fc.constantFrom('literal' as const, 'sub' as const),
    })
    fc.assert(
      fc.property(places, (place) => {
        const { report, bucket, prefix, findings } = validateCrawlerTemplate(spotless(place))
        expect(codesOf(findings)).toEqual([])
        expect({ report, bucket, prefix }).toEqual({ report: place.report, bucket: place.bucket, prefix: place.prefix })
      }),
      { numRuns: 60 },
    )
  })

  test('at the root of its bucket has an empty prefix, with and without the slash that AWS has been seen to write', () => {
    const plain = spotless({ prefix: '' })
    expect(validateCrawlerTemplate(plain)).toMatchObject({ ok: true, prefix: '' })
    const slashed = plain.replace(/s3:\/\/cris-spotinst-test\//g, 's3://cris-spotinst-test//')
    expect(slashed).not.toBe(plain)
    expect(validateCrawlerTemplate(slashed)).toMatchObject({ ok: true, prefix: '', report: 'spotinst-cur-report' })
  })

  test.each(['nodejs8.10', 'nodejs10.x', 'nodejs12.x', 'nodejs16.x'])(
    'with the retired runtime %s is accepted with a warning',
    (runtime) => {
      const report = validateCrawlerTemplate(crawlerTemplate({ runtime }))
      expect(report).toMatchObject({ ok: true, runtimes: [runtime] })
      expect(report.findings).toMatchObject([
        { level: 'warning', code: 'crawler-template.runtime-retired', params: { runtime } },
      ])
    },
  )

  test('is held to the list of retired runtimes that it is given', () => {
    expect(codesOf(validateCrawlerTemplate(spotless(), {}, [CURRENT_RUNTIME]).findings)).toEqual([
      'crawler-template.runtime-retired',
    ])
    expect(codesOf(validateCrawlerTemplate(crawlerTemplate({ runtime: 'nodejs8.10' }), {}, []).findings)).toEqual([])
  })

  test('written as JSON, with the long form of its functions, is read the same', () => {
    const json = JSON.stringify(asJson(valueRead(readYaml(spotless()))), null, 2)
    expect(json).toContain('"Fn::Sub"')
    expect(validateCrawlerTemplate(json)).toEqual(validateCrawlerTemplate(spotless()))
  })

  test('as bytes and as text is judged alike', () => {
    const text = crawlerTemplate()
    expect(validateCrawlerTemplate(new TextEncoder().encode(text))).toEqual(validateCrawlerTemplate(text))
  })
})

describe('a crawler template against its case', () => {
  const file = spotless()

  test('that fits in bucket, prefix and report has nothing to remark', () => {
    const expected = { bucket: 'cris-spotinst-test', prefix: '/spotinst_eco/', report: 'spotinst-cur-report' }
    expect(validateCrawlerTemplate(file, expected)).toMatchObject({ ok: true, findings: [] })
  })

  test('is not held to what the case does not know', () => {
    expect(validateCrawlerTemplate(file, { bucket: null, prefix: undefined })).toMatchObject({ ok: true, findings: [] })
  })

  test.each([
    [{ report: 'other' }, 'crawler-template.other-report', 'spotinst-cur-report'],
    [{ bucket: 'spotinst-cur-report-111122223333' }, 'crawler-template.other-bucket', 'cris-spotinst-test'],
    [{ prefix: 'eco' }, 'crawler-template.other-prefix', 'spotinst_eco'],
  ])('of %j is refused as %s, and still read', (expected, code, found) => {
    const report = validateCrawlerTemplate(file, expected)
    expect(report).toMatchObject({
      ok: false,
      bucket: 'cris-spotinst-test',
      findings: [{ level: 'error', code, params: { found } }],
    })
  })
})

describe('what people save in place of the crawler file is named', () => {
  test.each([
    ['accessDenied', 'crawler-template.s3-error'],
    ['expired', 'crawler-template.s3-error'],
    ['unknownError', 'crawler-template.s3-error'],
    ['bucketListing', 'crawler-template.bucket-listing'],
    ['signIn', 'crawler-template.sign-in-page'],
    ['webPage', 'crawler-template.web-page'],
    ['createTable', 'crawler-template.create-table'],
    ['legacyManifest', 'crawler-template.manifest'],
    ['exportManifest', 'crawler-template.cur-2'],
    ['exportTemplate', 'crawler-template.cur-2'],
    ['exportCsv', 'crawler-template.cur-2'],
    ['legacyCsv', 'crawler-template.report-data'],
    ['otherStack', 'crawler-template.other-template'],
    ['mail', 'crawler-template.not-a-template'],
  ] as const)('%s: %s', (name, code) => {
    const report = validateCrawlerTemplate(savedInstead[name])
    expect(report).toMatchObject({
      ok: false,
      report: null,
      bucket: null,
      prefix: null,
      crawlerName: null,
      database: null,
    })
    expect(codesOf(report.findings)).toEqual([code])
  })

  test('an S3 error with the code that S3 gave', () => {
    const [error] = validateCrawlerTemplate(savedInstead.accessDenied).findings
    expect(error && sentence(error.code, error.params).message).toBe(
      'This is an error answer of S3 (AccessDenied), saved in place of the file.',
    )
  })

  test.each([
    ['nothing', [], 'crawler-template.empty'],
    ['gzip', [0x1f, 0x8b, 8, 0], 'crawler-template.binary'],
    ['zip', [0x50, 0x4b, 3, 4], 'crawler-template.binary'],
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'crawler-template.binary'],
    ['Parquet', [0x50, 0x41, 0x52, 0x31, 0x15], 'crawler-template.binary'],
    ['a text with a bell in it', [0x52, 0x65, 0x07, 0x73], 'crawler-template.binary'],
    ['Latin-1', [0x52, 0xe4, 0x65], 'crawler-template.not-utf-8'],
  ])('%s', (_, bytes, code) => {
    expect(codesOf(validateCrawlerTemplate(new Uint8Array(bytes)).findings)).toEqual([code])
  })

  test.each([
    ['UTF-16 with a byte order mark', '\uFEFF', 0],
    ['UTF-16 without one', '', 0],
    ['UTF-16 with the high byte first', '', 1],
  ])('%s', (_, mark, high) => {
    const text = mark + crawlerTemplate()
    const bytes = new Uint8Array(text.length * 2)
    for (let i = 0; i < text.length; i += 1) {
      bytes[i * 2 + high] = text.charCodeAt(i) & 0xff
      bytes[i * 2 + 1 - high] = text.charCodeAt(i) >> 8
    }
    expect(codesOf(validateCrawlerTemplate(bytes).findings)).toEqual(['crawler-template.utf-16'])
  })

  test('a UTF-8 byte order mark is a warning, for the template behind it is whole', () => {
    const report = validateCrawlerTemplate(`\uFEFF${spotless()}`)
    expect(report.ok).toBe(true)
    expect(codesOf(report.findings)).toEqual(['crawler-template.byte-order-mark'])
  })

  test('blanks only are an empty file', () => {
    expect(codesOf(validateCrawlerTemplate(' \n\n').findings)).toEqual(['crawler-template.empty'])
  })

  test('a sign-in page larger than any template is still called a sign-in page', () => {
    expect(codesOf(validateCrawlerTemplate(savedInstead.signIn + ' '.repeat(70_000)).findings)).toEqual([
      'crawler-template.sign-in-page',
    ])
  })

  test('a file cut off anywhere is never accepted, and mostly called cut off', () => {
    const text = spotless()
    const end = text.lastIndexOf("status/'") + "status/'".length
    const cuts = Array.from({ length: 200 }, (_, i) => Math.floor((i * end) / 200))
    const reports = cuts.map((cut) => validateCrawlerTemplate(text.slice(0, cut)))
    expect(reports.filter((report) => report.ok)).toEqual([])
    const named = reports.filter((report) => codesOf(report.findings).includes('crawler-template.truncated'))
    expect(named.length).toBeGreaterThan(190)
  })
})

test.each([
  ['spotinst-cur-report', 'athenacurcfn_spotinst_cur_report'],
  ['WorkshopCUR', 'athenacurcfn_workshop_c_u_r'],
  ['All-The-Things', 'athenacurcfn_all_the_things'],
  ['BillingAnalysis-Athena', 'athenacurcfn_billing_analysis_athena'],
  ['CUR2026', 'athenacurcfn_c_u_r2026'],
  ['a.B_c!', 'athenacurcfn_a_b_c_'],
])('the database of the report %s is %s', (report, database) => {
  expect(databaseNameOf(report)).toBe(database)
})
