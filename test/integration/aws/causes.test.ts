import { describe, expect, it, test } from 'vitest'
import { type AwsApp, awsApp, fileTaken, reported, withFile, withStack } from '../../support/aws-app.ts'
import {
  after,
  checked,
  extractorByHand,
  LENIENT,
  type NotShown,
  planned,
  type Shown,
  scheduled,
  stackByHand,
} from '../../support/causes.ts'
import { account, HOUR, makeBucket, makeReport } from '../../support/practice.ts'

/** What goes wrong in practice, most costly first: the sentence of the domain's document (DOMAIN, section 8). */
const SECTION_8 =
  'Bucket name taken · stack name with spaces · CUR 2.0 chosen · no delivery after 24 h (ERROR_PERMISSIONS, ' +
  'ERROR_NO_BUCKET, policy overwritten) · missing resource IDs / hourly / Athena / refresh · wrong account (member ' +
  'instead of payer) · wrong region · prefix pasted wrong · Lambda concurrency quota · retired runtime · other S3 event ' +
  'consumers cut off · leftovers of an earlier stack (AlreadyExists, ROLLBACK_COMPLETE) · crawler not scheduled or ' +
  'failing (Lake Formation, KMS) · submission incomplete or IDs swapped (the 72 h start again) · extractor parameters ' +
  'wrong (spaces, blank on a shared payer, edited pre-filled value)'

const refusedFact = (facts: Readonly<Record<string, string>>) => async (app: AwsApp) => [
  await app.refusal('case.set', { case: app.caseId, facts }),
]

const extractor = checked('extractor-stack.status', 'extractor.create')
const definition = after(reported, checked('report.definition', 'report.create'))

/** Every cause with what shows it. A cause of the sentence without a row fails below. */
const CAUSES: Readonly<Record<string, readonly (Shown | NotShown)[]>> = {
  'Bucket name taken': [
    {
      detail: 'Bucket name taken',
      scenario: 'bucket-name-taken',
      see: async (app) => [
        await app.refusal('case.do', { case: app.caseId, action: 'bucket.create', confirmed: true }),
      ],
      code: 'aws.bucket-taken',
      cause: /belongs to someone else/,
      remedy: /Choose another/,
    },
  ],
  'stack name with spaces': [
    {
      detail: 'stack name with spaces',
      reason: 'CloudFormation takes no such name, so no such stack can stand; the app refuses it where it is entered.',
      see: refusedFact({ crawlerStackName: 'Spot Eco Stack' }),
      code: 'stack-name.illegal',
      cause: /Spot Eco Stack/,
      remedy: /SpotEcoStack/,
    },
  ],
  'CUR 2.0 chosen': [
    {
      detail: 'CUR 2.0 chosen',
      scenario: 'cur-2',
      see: after(
        async (app) => {
          await makeBucket(app.sdk)
          app.aws.clock.advance(25 * HOUR)
        },
        checked('report.definition', 'report.create'),
      ),
      code: 'report.is-data-export',
      cause: /CUR 2\.0 data export .*never writes crawler-cfn\.yml/,
      remedy: /Legacy CUR export/,
    },
  ],
  'no delivery after 24 h': [
    {
      detail: 'ERROR_PERMISSIONS',
      scenario: 'error-permissions',
      see: after(reported, checked('report.delivered', 'report.delivered')),
      code: 'report.error-permissions',
      cause: /ERROR_PERMISSIONS/,
      remedy: /Restore the bucket policy/,
    },
    {
      detail: 'ERROR_NO_BUCKET',
      scenario: 'error-no-bucket',
      see: after(reported, checked('report.delivered', 'report.delivered')),
      code: 'report.error-no-bucket',
      cause: /ERROR_NO_BUCKET/,
      remedy: /Create the bucket again/,
    },
    {
      detail: 'policy overwritten',
      scenario: 'error-permissions',
      see: after(reported, checked('bucket.ready', 'report.bucket')),
      code: 'bucket.policy-other',
      cause: /none of the three that AWS documents/,
      remedy: /Compare it with the proposed one/,
    },
    {
      detail: 'no delivery after 24 h',
      scenario: 'late-delivery',
      see: after(reported, checked('report.delivered', 'report.delivered')),
      code: 'report.not-delivered',
      cause: /has not delivered/,
      remedy: /look at the bucket’s policy/,
    },
  ],
  'missing resource IDs / hourly / Athena / refresh': [
    {
      detail: 'missing resource IDs',
      scenario: 'no-resource-ids',
      see: definition,
      code: 'report.field-differs',
      cause: /Resource IDs is missing/,
      remedy: /Edit the report/,
    },
    {
      detail: 'hourly',
      scenario: 'daily-not-hourly',
      see: definition,
      code: 'report.field-differs',
      cause: /Time granularity is DAILY; it has to be HOURLY/,
      remedy: /Edit the report/,
    },
    {
      detail: 'Athena',
      scenario: 'no-athena',
      see: definition,
      code: 'report.field-differs',
      cause: /Data integration is none; it has to be Athena/,
      remedy: /Edit the report/,
    },
    {
      detail: 'refresh',
      scenario: 'no-refresh',
      see: definition,
      code: 'report.field-differs',
      cause: /Refresh of closed months is off/,
      remedy: /Edit the report/,
    },
  ],
  'wrong account': [
    {
      detail: 'wrong account',
      scenario: 'wrong-account',
      see: checked('account.payer'),
      code: 'account.wrong',
      cause: new RegExp(`this case expects ${account}`),
      remedy: /Choose the profile of the billing account/,
    },
    {
      detail: 'member instead of payer',
      scenario: 'member-account',
      see: checked('account.payer'),
      code: 'account.member',
      cause: /member of an organization/,
      remedy: /account that pays the bill/,
    },
  ],
  'wrong region': [
    {
      detail: 'wrong region',
      scenario: 'wrong-region',
      see: after(reported, checked('bucket.ready', 'report.bucket')),
      code: 'bucket.other-region',
      cause: /is in eu-west-1; the case says us-east-1/,
      remedy: /share a region/,
    },
    {
      detail: 'wrong region',
      scenario: 'wrong-region',
      see: definition,
      code: 'report.field-differs',
      cause: /Region is eu-west-1/,
      remedy: /Edit the report/,
    },
  ],
  'prefix pasted wrong': [
    {
      detail: 'prefix pasted wrong',
      scenario: 'happy-path',
      see: after(
        (app) => makeReport(app.sdk, { S3Prefix: 'spotinst_eco/spotinst-cur-report/date-range' }),
        checked('report.definition', 'report.create'),
      ),
      code: 'report.field-differs',
      cause: /Prefix is spotinst_eco\/spotinst-cur-report\/date-range; it has to be spotinst_eco/,
      remedy: /Edit the report/,
    },
  ],
  'Lambda concurrency quota': [
    {
      detail: 'Lambda concurrency quota',
      scenario: 'concurrency-quota',
      see: after(withFile, checked('lambda.concurrency', 'crawler-stack.create')),
      code: 'lambda.concurrency-low',
      cause: /10 unreserved Lambda executions/,
      remedy: /at least 102/,
    },
    {
      detail: 'Lambda concurrency quota',
      scenario: 'concurrency-quota',
      see: after(withStack, checked('crawler-stack.status', 'crawler-stack.create')),
      code: 'stack.cause-concurrency',
      cause: /below its minimum value of \[10\]/,
      remedy: /at least 102/,
    },
  ],
  'retired runtime': [
    {
      detail: 'retired runtime',
      scenario: 'retired-runtime',
      see: after(withFile, planned('crawler-stack.create')),
      code: 'plan.retired-runtime',
      cause: /nodejs16\.x/,
      remedy: /fresh crawler-cfn\.yml.*AWS Support/,
    },
    {
      detail: 'retired runtime',
      scenario: 'retired-runtime',
      see: after(
        async (app) => {
          await withFile(app)
          await stackByHand(app)
        },
        checked('crawler-stack.status', 'crawler-stack.create'),
      ),
      code: 'stack.cause-runtime',
      cause: /no longer lets this runtime/,
      remedy: /do not edit the runtime alone/,
    },
  ],
  'other S3 event consumers cut off': [
    {
      detail: 'other S3 event consumers cut off',
      scenario: 'bucket-notifies-others',
      see: after(async (app) => {
        await reported(app)
        // The check of the bucket warns of them too, so that going on is somebody's decision.
        const step = { case: app.caseId, step: 'report.bucket', to: 'done', evidence: 'The queue may go.' } as const
        await app.send('case.step', step)
        await app.send('case.check', { case: app.caseId, step: 'report.create' })
        await fileTaken(app)
      }, planned('crawler-stack.create')),
      code: 'bucket.has-notifications',
      cause: /cost-lake-arrivals.*replaces these notifications/,
      remedy: /write the present ones down/,
    },
  ],
  'leftovers of an earlier stack': [
    {
      detail: 'AlreadyExists',
      scenario: 'already-exists',
      see: after(withStack, checked('crawler-stack.status', 'crawler-stack.create')),
      code: 'stack.cause-exists',
      cause: /left over from an earlier stack.*AlreadyExists/s,
      remedy: /delete it, and create the stack again/,
    },
    {
      detail: 'ROLLBACK_COMPLETE',
      scenario: 'already-exists',
      see: after(withStack, planned('crawler-stack.create')),
      code: 'aws.stack-exists',
      cause: /in state ROLLBACK_COMPLETE/,
      remedy: /Delete it, here or in CloudFormation/,
    },
  ],
  'crawler not scheduled or failing': [
    {
      detail: 'crawler not scheduled',
      scenario: 'crawler-not-scheduled',
      see: scheduled,
      code: 'crawler.not-scheduled',
      cause: /NOT_SCHEDULED/,
      remedy: /Start the schedule/,
    },
    {
      detail: 'Lake Formation',
      scenario: 'crawler-fails',
      see: scheduled,
      code: 'crawler.failed-lake-formation',
      cause: /Lake Formation refused it/,
      remedy: /CREATE_TABLE/,
    },
    {
      detail: 'KMS',
      scenario: 'crawler-kms',
      see: scheduled,
      code: 'crawler.failed-kms',
      cause: /may not use a KMS key/,
      remedy: /kms:Decrypt/,
    },
  ],
  'submission incomplete or IDs swapped': [
    {
      detail: 'the 72 h start again',
      reason: 'The hand-off goes to Spot, not to AWS; the preflight refuses an incomplete one before it is exported.',
      see: async (app) => (await app.send('submission.preflight', { case: app.caseId })).findings,
      code: 'item.crawler-file-missing',
      cause: /crawler/i,
      remedy: /./,
    },
    {
      detail: 'IDs swapped',
      reason: 'AWS knows no Org IDs; one that equals an AWS account of the case is warned of in the preflight.',
      see: async (app) => {
        const { customer } = await app.send('case.get', { case: app.caseId })
        await app.send('customer.set', {
          customer: customer.id,
          revision: customer.revision,
          set: { orgIds: account },
        })
        return (await app.send('submission.preflight', { case: app.caseId })).findings
      },
      code: 'org-id.equals-account',
      cause: new RegExp(account),
      remedy: /./,
    },
  ],
  'extractor parameters wrong': [
    {
      detail: 'spaces',
      scenario: 'happy-path',
      see: after(
        extractorByHand({ AccountList: '111122223333, 222233334444' }, '111122223333,222233334444', {
          TemplateBody: LENIENT,
        }),
        extractor,
      ),
      code: 'stack.account-list-spaces',
      cause: /“111122223333, 222233334444”/,
      remedy: /commas alone/,
    },
    {
      detail: 'blank on a shared payer',
      scenario: 'happy-path',
      payer: 'shared',
      see: after(extractorByHand({ AccountList: '' }, '222233334444'), extractor),
      code: 'stack.account-list-blank',
      cause: /every customer of this payer/,
      remedy: /Update the stack at once/,
    },
    {
      detail: 'edited pre-filled value',
      scenario: 'happy-path',
      see: after(extractorByHand({ S3OutputBucket: 'somebody-elses-bucket' }, account), extractor),
      code: 'stack.parameter-differs',
      cause: /S3OutputBucket is “somebody-elses-bucket”; it should be “sc-msp-data-extractor”/,
      remedy: /pre-filled parameters left alone/,
    },
  ],
}

describe.each(Object.entries(CAUSES))('%s', (_, rows) => {
  it.each(rows.map((row) => [row.detail, row.code, row] as const))('%s is told as %s', async (_detail, code, row) => {
    const scenario = 'scenario' in row ? row : { scenario: 'happy-path' as const }
    const app = await awsApp({ scenario: scenario.scenario, ...('payer' in scenario && { payer: scenario.payer }) })
    const said = await row.see(app)
    const told = said.filter((finding) => finding.code === code)
    expect(said.map((finding) => finding.code)).toContain(code)
    expect(told.some(({ message, remedy }) => row.cause.test(message) && row.remedy.test(remedy))).toBe(true)
  })
})

test('no cause of the sentence, and no detail of one, is without its row', () => {
  const missing = SECTION_8.split(' · ').flatMap((phrase) => {
    const [, cause = '', details = ''] = /^([^(]+?)(?: \(([^)]+)\))?$/.exec(phrase) ?? []
    const rows = CAUSES[cause] ?? []
    const parts = details === '' ? cause.split(' / ') : details.split(', ')
    return parts.filter((part) => !rows.some(({ detail }) => detail === part)).map((part) => `${cause}: ${part}`)
  })
  expect(missing).toEqual([])
})

test('a cause that AWS cannot show says why', () => {
  const unshown = Object.values(CAUSES)
    .flat()
    .filter((row) => !('scenario' in row))
  expect(unshown.length).toBeGreaterThan(0)
  for (const row of unshown) expect('reason' in row && row.reason).toMatch(/\.$/)
})
