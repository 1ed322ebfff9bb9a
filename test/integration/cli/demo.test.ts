import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPracticeAws } from '../../../electron/practice/server.ts'
import { casebook, type Ended, terminalOn } from '../../support/casebook.ts'
import { clients } from '../../support/practice.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder: string
let ended: Ended
const out = () => join(folder, 'out')
const data = () => join(folder, 'data')

// One demonstration, kept, for all the tests to look at.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-demo-'))
  ended = await casebook(['demo', '--customers', '3', '--out', out(), '--keep', '--data-dir', data(), '--json'])
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bundles = (kind: 'folder' | 'zip') =>
  readdirSync(out())
    .sort()
    .filter((name) => name.endsWith('.zip') === (kind === 'zip'))
    .map((name) => join(out(), name))

/** Whether the machine has a program; without it the tests that hand it something cannot run here. */
function has(program: string): boolean {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((place) => statSync(join(place, program), { throwIfNoEntry: false }))
}

/** Every file under a folder, with its bytes. */
function contents(root: string): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true }).map(String).sort()
  return Object.fromEntries(
    files
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [name, readFileSync(join(root, name)).toString('base64')]),
  )
}

describe('the demonstration', () => {
  test('takes every customer through all three phases', () => {
    expect(ended.exit, ended.stderr).toBe(0)
    const { customers, finished } = JSON.parse(ended.stdout)
    expect(finished).toBe(3)
    for (const customer of customers) expect(customer).toMatchObject({ state: 'done', problem: '' })
  })

  test('keeps no key, signed address or template body in its logs, its database and what it says', () => {
    const FORBIDDEN = /practice-secret|PRACTICE\d{12}|X-Amz-Signature|AWS4-HMAC-SHA256|AWSCURLambdaExecutor/
    const kept = readdirSync(data(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/attachments|exports/.test(entry.parentPath))
      // The simulated AWS itself keeps templates, as AWS does.
      .filter((entry) => entry.name !== 'practice-aws.json')
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'latin1')] as const)
    expect(kept.map(([name]) => name)).toEqual(expect.arrayContaining(['casebook.db', 'casebook.log']))
    const said = [...kept, ['stdout', ended.stdout] as const, ['stderr', ended.stderr] as const]
    expect(said.filter(([, text]) => FORBIDDEN.test(text)).map(([name]) => name)).toEqual([])
  })

  test('says what it has done, each line with the place in the record up to which all is on disk', () => {
    const places = [...ended.stderr.matchAll(/^ *(\d+) {2}\S/gm)].map((m) => Number(m[1]))
    expect(places.length).toBeGreaterThan(20)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(ended.stderr).toContain('72 h pass (Spot answers)')
  })

  test('leaves a workspace in which each case is done, step by step on the record', async () => {
    const terminal = terminalOn(data(), casebook, ['--practice'])
    const { rows } = await terminal.json<{ rows: { state: string }[] }>('case', 'list')
    expect(rows.map((r) => r.state)).toEqual(['done', 'done', 'done'])
  })

  test('writes a folder and a zip for each', () => {
    expect(bundles('folder')).toHaveLength(3)
    expect(bundles('zip').map((z) => z.replace(/\.zip$/, ''))).toEqual(bundles('folder'))
    for (const bundle of bundles('folder')) {
      expect(readdirSync(bundle).sort()).toEqual(['SHA256SUMS', 'crawler-cfn.yml', 'submission.json', 'submission.txt'])
    }
  })

  test.skipIf(!has('sha256sum'))('writes sums that sha256sum checks (where this machine has it)', () => {
    for (const cwd of bundles('folder')) {
      const said = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd, encoding: 'utf8' })
      expect(said.trim().split('\n')).toEqual(['crawler-cfn.yml: OK', 'submission.json: OK', 'submission.txt: OK'])
    }
  })

  test.skipIf(!has('unzip'))(
    'writes zips that unzip tests, with the very files of the folder (where this machine has it)',
    () => {
      for (const zip of bundles('zip')) {
        expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected')
        const unpacked = mkdtempSync(join(folder, 'unzip-'))
        execFileSync('unzip', ['-q', zip, '-d', unpacked])
        const [name = ''] = readdirSync(unpacked)
        expect(contents(join(unpacked, name))).toEqual(contents(zip.replace(/\.zip$/, '')))
      }
    },
  )

  test('hands Spot the crawler file byte for byte as S3 holds it', async () => {
    const aws = await startPracticeAws({ statePath: join(data(), 'practice', 'practice-aws.json') })
    try {
      for (const bundle of bundles('folder')) {
        const { items, report } = JSON.parse(readFileSync(join(bundle, 'submission.json'), 'utf8'))
        const { s3 } = clients(aws, { accountId: report.billingAccountId })
        const Key = `${items.prefix}/${report.name}/crawler-cfn.yml`
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: items.bucket, Key }))
        const held = Buffer.from((await Body?.transformToByteArray()) ?? [])
        expect(held.length).toBeGreaterThan(5_000)
        expect(readFileSync(join(bundle, 'crawler-cfn.yml')).equals(held)).toBe(true)
      }
    } finally {
      await aws.close()
    }
  })

  test.each(['Asia/Tokyo', 'America/New_York'])(
    'makes the same bundles from another data folder in %s, and takes those that are there for its own',
    async (TZ) => {
      const before = contents(out())
      const again = await casebook(
        ['demo', '--customers', '3', '--out', out(), '--keep', '--data-dir', temporaryFolder(), '--json'],
        { TZ },
      )
      expect(JSON.parse(again.stdout)).toMatchObject({ finished: 3 })
      expect(contents(out())).toEqual(before)
    },
  )
})

test('a demonstration that is not kept leaves nothing but its bundles', async () => {
  const place = temporaryFolder()
  const { exit, stdout } = await casebook(['demo', '--customers', '1', '--out', join(place, 'out')], { TMPDIR: place })
  expect(exit).toBe(0)
  expect(stdout).toMatch(/^C-1 {3}Aurora Bakeries +done /m)
  expect(readdirSync(place)).toEqual(['out'])
})

test('one in whose way other files lie touches none of them, and ends with 1', async () => {
  const place = temporaryFolder()
  const first = await casebook(['demo', '--customers', '1', '--out', place, '--json'])
  const bundle = JSON.parse(first.stdout).customers[0].bundles[0]
  const changed = join(bundle, 'submission.txt')
  execFileSync(process.execPath, ['-e', `require('fs').appendFileSync(${JSON.stringify(changed)}, 'mine')`])
  const before = contents(place)
  const { exit, stdout } = await casebook(['demo', '--customers', '1', '--out', place, '--json'])
  expect(exit).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    finished: 0,
    customers: [{ problem: expect.stringContaining('export.exists') }],
  })
  expect(contents(place)).toEqual(before)
})
