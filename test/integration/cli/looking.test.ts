import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { casebook, casebookHere } from '../../support/casebook.ts'
import { crawlerTemplate, savedInstead } from '../../support/crawler-template-samples.ts'
import { spotLink } from '../../support/spot-links.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** A folder in which nothing is, named as the place of the workspace: it must not be looked for, nor made. */
const nowhere = () => join(temporaryFolder(), 'nowhere')

function fileOf(text: string): string {
  const path = join(temporaryFolder(), 'crawler-cfn.yml')
  writeFileSync(path, text)
  return path
}

test('a crawler file is judged on its own, without a workspace', async () => {
  const folder = nowhere()
  const words = ['template', 'check', fileOf(crawlerTemplate()), '--json', '--data-dir', folder]
  const { exit, stdout, stderr } = await casebook(words)
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
  const report = JSON.parse(stdout)
  expect(Object.keys(report)).toEqual([
    'ok',
    'report',
    'bucket',
    'prefix',
    'crawlerName',
    'database',
    'runtimes',
    'resources',
    'findings',
  ])
  expect(report).toMatchObject({
    ok: true,
    report: 'spotinst-cur-report',
    bucket: 'cris-spotinst-test',
    prefix: 'spotinst_eco',
    crawlerName: 'AWSCURCrawler-spotinst-cur-report',
    database: 'athenacurcfn_spotinst_cur_report',
  })
  for (const finding of report.findings) {
    expect(finding).toMatchObject({ level: 'warning', code: expect.any(String) })
    expect(`${finding.message}${finding.remedy}`).toMatch(/\S \S/)
  }
  expect(existsSync(folder)).toBe(false)
})

test('a file larger than any operation carries is named too large, by the same report as any other', async () => {
  const words = ['template', 'check', fileOf('a'.repeat(21_000_000)), '--json', '--data-dir', nowhere()]
  const { exit, stdout } = await casebookHere(words)
  expect(exit).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, findings: [{ code: 'crawler-template.too-large' }] })
})

test.each([
  ['an error page', savedInstead.accessDenied, []],
  ['another bucket’s file', crawlerTemplate(), ['--bucket', 'my-own-bucket']],
] as const)('%s is not in order: exit 1, with the reason', async (_, text, expected) => {
  const words = ['template', 'check', fileOf(text), ...expected, '--json', '--data-dir', nowhere()]
  const { exit, stdout } = await casebookHere(words)
  expect(exit).toBe(1)
  const { ok, findings } = JSON.parse(stdout)
  expect(ok).toBe(false)
  expect(findings[0].level).toBe('error')
})

test('a link is judged on its own, without a workspace', async () => {
  const folder = nowhere()
  const { exit, stdout } = await casebookHere(['link', 'check', spotLink(), '--json', '--data-dir', folder])
  expect(exit).toBe(0)
  const report = JSON.parse(stdout)
  expect(Object.keys(report)).toEqual(['ok', 'region', 'templateUrl', 'stackName', 'parameters', 'findings'])
  expect(report).toMatchObject({ ok: true, region: 'us-east-1', parameters: { CURPrefixName: 'spotinst_eco' } })
  expect(existsSync(folder)).toBe(false)
})

test.each([
  ['http', spotLink().replace('https:', 'http:')],
  ['a look-alike host', spotLink({ host: 'console.aws.amazon.com.example.org' })],
  ['another region', spotLink({ query: 'region=eu-west-1' })],
  ['no link at all', 'see you on Monday'],
])('a link with %s is not in order: exit 1, with the reason', async (_, url) => {
  const { exit, stdout } = await casebookHere(['link', 'check', url, '--json', '--data-dir', nowhere()])
  expect(exit).toBe(1)
  const { ok, findings } = JSON.parse(stdout)
  expect(ok).toBe(false)
  expect(findings[0]).toMatchObject({ level: 'error', code: expect.stringMatching(/^spot-link\./) })
})

test('for a person it is told in words', async () => {
  const { stdout } = await casebookHere(['link', 'check', spotLink(), '--data-dir', nowhere()])
  expect(stdout).toContain('LambdaFunctionBucket')
  expect(stdout.trimEnd().endsWith('In order.')).toBe(true)
})
