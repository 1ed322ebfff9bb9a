import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { practiceEnvironment } from '../../../electron/practice/credentials.ts'
import type { PracticeAws } from '../../../electron/practice/server.ts'
import {
  account,
  billingPolicy,
  bucketName,
  crawlerFileKey,
  crawlerFileUrl,
  definition,
  HOUR,
  MINUTE,
  practiceAws,
} from '../../support/practice.ts'

const run = promisify(execFile)

/** The version of a command line that works here, or why none does. A shim may be on the path with nothing behind it. */
function commandLine(): { version: string } | { missing: string } {
  try {
    return { version: execFileSync('aws', ['--version'], { encoding: 'utf8', stdio: 'pipe', timeout: 30_000 }).trim() }
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

const found = commandLine()
const title = 'missing' in found ? `(skipped: no working aws executable: ${found.missing})` : `(${found.version})`

describe.skipIf('missing' in found)(
  `the AWS command line against the practice AWS ${title}`,
  { timeout: 240_000 },
  () => {
    /** Runs one command as an account, with no configuration but the practice environment. */
    function commands(aws: PracticeAws, folder: string) {
      const env = {
        PATH: process.env.PATH,
        HOME: folder,
        ...practiceEnvironment(aws.url, account),
        // The older command line does not know the variable and is told on the line.
        AWS_PAGER: '',
      }
      const raw = async (...args: string[]) =>
        (await run('aws', ['--endpoint-url', aws.url, ...args], { env, cwd: folder })).stdout
      const json = async (...args: string[]) => JSON.parse((await raw(...args, '--output', 'json')) || 'null')
      return { raw, json }
    }

    async function practice() {
      const folder = mkdtempSync(join(tmpdir(), 'practice-cli-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const aws = await practiceAws()
      return { aws, folder, ...commands(aws, folder) }
    }

    test('does the whole procedure', async () => {
      const { aws, folder, raw, json } = await practice()
      expect(await json('sts', 'get-caller-identity')).toMatchObject({ Account: account })

      await raw('s3api', 'create-bucket', '--bucket', bucketName)
      await raw('s3api', 'put-bucket-policy', '--bucket', bucketName, '--policy', billingPolicy(bucketName))
      await raw('cur', 'put-report-definition', '--report-definition', JSON.stringify(definition()))
      aws.clock.advance(24 * HOUR)
      const { ReportDefinitions } = await json('cur', 'describe-report-definitions')
      expect(ReportDefinitions).toMatchObject([definition()])

      const listed = await raw('s3', 'ls', '--recursive', `s3://${bucketName}/spotinst_eco/`)
      expect(listed).toContain(crawlerFileKey)
      await raw('s3', 'cp', `s3://${bucketName}/${crawlerFileKey}`, 'crawler-cfn.yml')
      expect(readFileSync(join(folder, 'crawler-cfn.yml'), 'utf8')).toContain('AWSCURCrawler-spotinst-cur-report')

      const stack = ['--stack-name', 'SpotEcoStack']
      await raw(
        'cloudformation',
        'create-stack',
        ...stack,
        '--template-url',
        crawlerFileUrl,
        '--capabilities',
        'CAPABILITY_IAM',
      )
      aws.clock.advance(5 * MINUTE)
      const { Stacks } = await json('cloudformation', 'describe-stacks', ...stack)
      expect(Stacks).toMatchObject([{ StackStatus: 'CREATE_COMPLETE' }])
      const { StackEvents } = await json('cloudformation', 'describe-stack-events', ...stack)
      expect(StackEvents[0]).toMatchObject({ ResourceStatus: 'CREATE_COMPLETE', LogicalResourceId: 'SpotEcoStack' })

      const crawler = 'AWSCURCrawler-spotinst-cur-report'
      await raw('glue', 'update-crawler-schedule', '--crawler-name', crawler, '--schedule', 'cron(0 0 * * ? *)')
      await raw('glue', 'start-crawler-schedule', '--crawler-name', crawler)
      const { Crawler } = await json('glue', 'get-crawler', '--name', crawler)
      expect(Crawler).toMatchObject({ Schedule: { ScheduleExpression: 'cron(0 0 * * ? *)', State: 'SCHEDULED' } })
    })

    test('copies files up and down unchanged, and lists them', async () => {
      const { folder, raw, json } = await practice()
      const content = `line\n${'x'.repeat(300_000)}\nümlaut`
      writeFileSync(join(folder, 'up.txt'), content)
      await raw('s3', 'mb', 's3://practice-copies')
      await raw('s3', 'cp', 'up.txt', 's3://practice-copies/a folder/up.txt')
      await raw('s3', 'cp', 's3://practice-copies/a folder/up.txt', 'down.txt')
      expect(readFileSync(join(folder, 'down.txt'), 'utf8')).toBe(content)
      expect(await raw('s3', 'ls', 's3://practice-copies')).toContain('PRE a folder/')
      const { Buckets } = await json('s3api', 'list-buckets')
      expect(Buckets.map((one: { Name: string }) => one.Name)).toEqual(['practice-copies'])
      const link = (await raw('s3', 'presign', 's3://practice-copies/a folder/up.txt')).trim()
      expect(await (await fetch(link)).text()).toBe(content)
      await raw('s3', 'rb', '--force', 's3://practice-copies')
      expect((await json('s3api', 'list-buckets')).Buckets ?? []).toEqual([])
    })

    test('names errors by their codes', async () => {
      const { raw } = await practice()
      const refused = async (...args: string[]) => {
        const error = await raw(...args).then(
          () => undefined,
          (reason: { stderr: string }) => reason.stderr,
        )
        return /\((\w+)\)/.exec(error ?? '')?.[1]
      }
      expect(await refused('glue', 'get-crawler', '--name', 'missing')).toBe('EntityNotFoundException')
      expect(await refused('s3api', 'get-bucket-policy', '--bucket', 'nobody-has-this')).toBe('NoSuchBucket')
      expect(await refused('cloudformation', 'describe-stacks', '--stack-name', 'missing')).toBe('ValidationError')
      expect(await refused('cur', 'delete-report-definition', '--report-name', 'missing')).toBe('ValidationException')
    })
  },
)
