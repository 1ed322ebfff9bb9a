import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../shared/domain/crawler-template/validate.ts'
import type { Finding } from '../../../../shared/domain/finding.ts'
import { judgeSpotLink } from '../../../../shared/domain/spot-link/judge.ts'
import { accountsOf, parseAccountList } from '../../../../shared/domain/values/account-list.ts'
import { parsePrefix } from '../../../../shared/domain/values/prefix.ts'
import { messages, sentence } from '../../../../shared/text/messages/index.ts'
import { crawlerTemplate, spotless } from '../../../support/crawler-template-samples.ts'
import {
  extractAccounts,
  extractLink,
  extractPrefix,
  extractTemplate,
} from '../../../support/independent-extractors.ts'
import { mutate, random } from '../../../support/mutations.ts'
import { LINK_PARAMETERS, spotLink, TEMPLATE_URL } from '../../../support/spot-links.ts'

/** `FUZZ_RUNS=20000` is the long run; it also measures that no single text takes long. `FUZZ_SEED` exchanges the texts. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2000)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121)
const LONG_RUN = RUNS >= 20_000
const LONGEST_MS = 100

/** What an accepted text must say, and what the product says of it; null where the product refuses. */
type Judged = {
  readonly findings: readonly Finding[]
  readonly accepted: readonly [said: unknown, found: () => unknown] | null
}

function fuzz(
  samples: readonly string[],
  tokens: readonly string[],
  words: readonly (readonly [string, string])[],
  judge: (text: string) => Judged,
) {
  const next = random(SEED)
  let accepted = 0
  for (let run = 0; run < RUNS; run += 1) {
    const text = mutate(samples[run % samples.length] ?? '', next, tokens, words)
    const { findings, accepted: agreement } = judge(text)
    const told = findings.map((finding) => describeFinding(finding))
    const context = `run ${run} of seed ${SEED}: ${JSON.stringify(text.slice(0, 400))}`
    if (agreement === null) {
      expect(told, context).not.toEqual([])
    } else {
      const [said, found] = agreement
      expect(said, context).toEqual(found())
      accepted += 1
    }
    if (LONG_RUN)
      expect(
        fastest(() => judge(text)),
        context,
      ).toBeLessThan(LONGEST_MS)
  }
  // Mutations that never leave a text in order, or never break one, would test half of the claim only.
  expect(accepted).toBeGreaterThan(RUNS / 100)
  expect(accepted).toBeLessThan(RUNS)
}

/** Every finding has a known code and a sentence with all its values in it. */
function describeFinding({ code, params }: Finding): string {
  expect(Object.hasOwn(messages, code), code).toBe(true)
  const { message, remedy } = sentence(code, params)
  expect(`${message} ${remedy}`).not.toMatch(/\bundefined\b|\[object |\bNaN\b/)
  return message
}

/** Milliseconds of CPU; measured again when it seems long, because a machine has other things to do as well. */
function fastest(judge: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < 3 && best >= LONGEST_MS; attempt += 1) {
    const before = process.cpuUsage()
    judge()
    const used = process.cpuUsage(before)
    best = Math.min(best, (used.user + used.system) / 1000)
  }
  return best
}

describe('whatever happens to a text, it is refused with a code or read as an independent reader reads it', () => {
  const patience = LONG_RUN ? 1_800_000 : 120_000

  test('crawler templates', { timeout: patience }, () => {
    const samples = [
      spotless(),
      spotless({ generation: 'literal', prefix: '' }),
      crawlerTemplate({ report: 'WorkshopCUR', prefix: 'cur/a' }),
      crawlerTemplate({ generation: 'literal', lineEnd: '\r\n' }),
    ]
    const tokens = [
      '!Ref ',
      '!Sub ',
      '!GetAtt ',
      '&a ',
      '*a',
      '<<: ',
      '---\n',
      '# x\n',
      "'",
      '"',
      '{}',
      '[]',
      ': ',
      '- ',
      '> ',
      '|\n',
      '%YAML 1.1\n',
      `\${AWS::Partition}`,
      's3://evil-bucket/a/b/b',
      "BucketName: 'evil-bucket'\n",
      'Runtime: nodejs18.x\n',
      '<Error><Code>X</Code></Error>',
      '\n\n',
      '    ',
      '__proto__:\n',
    ]
    const words = [
      ['cris-spotinst-test', 'another-bucket'],
      ['spotinst_eco', 'eco'],
      ['spotinst-cur-report', 'daily'],
      ['nodejs16.x', 'nodejs22.x'],
      ['\n', '\r\n'],
      ['\n\n', '\n'],
      ["'", '"'],
      ["'", ''],
      ['/WorkshopCUR', '/Workshop'],
      ['athenacurcfn_', ''],
      ['Type:', 'Type :'],
      [': ', ':   '],
    ] as const
    fuzz(samples, tokens, words, (text) => {
      const report = validateCrawlerTemplate(text)
      if (!report.ok) return { findings: report.findings.filter((f) => f.level === 'error'), accepted: null }
      const { bucket, prefix, crawlerName, database, runtimes } = report
      return {
        findings: report.findings,
        accepted: [
          { report: report.report, bucket, prefix, crawlerName, database, runtimes },
          () => extractTemplate(text),
        ],
      }
    })
  })

  test('links', { timeout: patience }, () => {
    const samples = [
      spotLink(),
      spotLink({ host: 'us-east-1.console.aws.amazon.com', route: '/stacks/quickcreate' }),
      spotLink({ host: 'us-east-1.console.aws.amazon.com', query: '' }),
      spotLink({ templateUrl: null, extra: `&templateURL=${TEMPLATE_URL}` }),
      `<${spotLink({ parameters: { ...LINK_PARAMETERS, CustomerName: 'Müller & Söhne' } })}>`,
    ]
    const tokens = [
      '@evil.com',
      '.evil.com',
      ':443',
      '//evil.com/',
      '/../',
      '%2e',
      '%25',
      '%00',
      '%0a',
      '%E2%80%AE',
      '&region=eu-west-1',
      'region=us-east-1&',
      '&templateURL=https://evil.com/x',
      '&param_CURPrefixName=x',
      'param_X=1&',
      '#',
      '?',
      '\\',
      'http:',
      'HTTPS://',
      'xn--',
      '&&',
      '=',
      '+',
      '&param_toString=1',
    ]
    const words = [
      ['us-east-1', 'eu-west-1'],
      ['console.aws.amazon.com', 'console.amazonaws.cn'],
      ['create/review', 'quickcreate'],
      ['sc-msp', 'spot'],
      ['.s3.amazonaws.com', '.s3.us-east-1.amazonaws.com'],
      ['amazon', 'amaz0n'],
      ['stackName', 'stackname'],
      ['acme', 'a%20b'],
      ['acme', 'a+b'],
      ['%2F', '/'],
      ['%3A', ':'],
      ['.', '%2E'],
    ] as const
    const bucketOf = { bucket: 'cris-spotinst-test', prefix: 'spotinst_eco' }
    fuzz(samples, tokens, words, (text) => {
      const { ok, findings, region, templateUrl, stackName, parameters } = judgeSpotLink(text, bucketOf)
      if (!ok) return { findings: findings.filter((f) => f.level === 'error'), accepted: null }
      const said = { region, templateUrl, stackName, parameters, safe: true }
      return {
        findings,
        accepted: [
          said,
          () => {
            const { host, templateHost, ...seen } = extractLink(text)
            const onConsole = host === 'console.aws.amazon.com' || host === 'us-east-1.console.aws.amazon.com'
            return { ...seen, safe: onConsole && /(?:^|\.)s3[a-z0-9.-]*\.amazonaws\.com$/.test(templateHost ?? '') }
          },
        ],
      }
    })
  })

  test('prefixes', { timeout: patience }, () => {
    const report = 'spotinst-cur-report'
    const samples = [
      'spotinst_eco',
      `spotinst_eco/${report}/date-range/`,
      `/spotinst_eco//${report}/20261101-20261201/`,
      `s3://cris-spotinst-test/billing/eco/${report}/crawler-cfn (1).yml`,
      report,
    ]
    const tokens = [
      '/',
      '//',
      'date-range',
      `/${report}`,
      `${report}/`,
      '20260101-20260201',
      's3://b/',
      '..',
      '/./',
      'crawler-cfn.yml',
      ' ',
      'ü',
      '\\',
      '%2F',
    ]
    const words = [
      ['spotinst_eco', 'a/b'],
      [report, 'other'],
      ['/', '//'],
      ['date-range', '20260101-20260201'],
      ['/', ''],
    ] as const
    fuzz(samples, tokens, words, (text) => {
      const read = parsePrefix(text, report)
      if (!read.ok) return { findings: [{ level: 'error', ...read.refusal }], accepted: null }
      return { findings: read.findings, accepted: [read.value, () => extractPrefix(text, report)] }
    })
  })

  test('account lists', { timeout: patience }, () => {
    const samples = [
      '111122223333,444455556666',
      '111122223333, 444455556666; 777788889999',
      '1111-2222-3333\n4444 5555 6666\n',
      '111122223333 444455556666 111122223333',
      '',
    ]
    const tokens = [
      ',',
      ';',
      '\n',
      ' ',
      '-',
      '1',
      '0',
      '111122223333',
      '1.23457E+11',
      'act-1a2b3c4d',
      '–',
      'e',
      '\t',
      "'",
    ]
    const words = [
      ['111122223333', '012345678901'],
      [',', ';'],
      [',', ', '],
      [' ', ''],
      ['-', ''],
      ['4444', '444'],
    ] as const
    fuzz(samples, tokens, words, (text) => {
      const read = parseAccountList(text)
      if (!read.ok) return { findings: [{ level: 'error', ...read.refusal }], accepted: null }
      return { findings: read.findings, accepted: [accountsOf(read.value), () => extractAccounts(text)] }
    })
  })
})
