import { describe, expect, test } from 'vitest'
import { creatingAction, planAction } from '../../../../../shared/domain/actions/plan.ts'
import { allSteps, situationOf } from '../../../../../shared/domain/procedure/engine.ts'
import type { ActionId } from '../../../../../shared/domain/procedure/types.ts'
import { billingEngine } from '../../../../../shared/procedures/billing-engine.ts'
import { mspCurExtraction } from '../../../../../shared/procedures/msp-cur-extraction.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { codesOf } from '../../../../support/parsing.ts'
import { makeAnsweredSubmission } from '../../../../support/records.ts'
import { spotLink } from '../../../../support/spot-links.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const PHASE_1 = [
  'report.sign-in',
  'report.content',
  'report.bucket',
  'report.delivery-options',
  'report.create',
] as const

const ACTIONS = allSteps(mspCurExtraction).flatMap((s) => s.action ?? [])

function plan(action: ActionId, c: WorkedCase) {
  return planAction(action, c.procedure, situationOf(c.procedure, c.case, c.facts))
}

/** A case that has been through all but its last step. */
function almostThere(): WorkedCase {
  const c = new WorkedCase()
    .does(...PHASE_1, 'report.delivered')
    .getsFile()
    .does('crawler-stack.name')
  const answered = { at: c.now, by: 'Ana', link: spotLink() }
  c.changes((change) => change.withSubmission(makeAnsweredSubmission({ answered })))
  return c.does('crawler-stack.create', 'crawler.schedule').sets({ accountList: '' }).does('extractor.account-list')
}

const said = (c: WorkedCase, action: ActionId) =>
  plan(action, c).changes.map((change) => `${change.what}: ${change.value}`)

describe('the plan of an action', () => {
  test.each(ACTIONS)('%s says what it would change, and can be run once its turn has come', (action) => {
    const { changes, findings } = plan(action, almostThere())
    expect(findings).toEqual([])
    expect(changes.length).toBeGreaterThan(1)
    for (const { what, value } of changes) {
      expect(what).toMatch(/^[A-Z]/)
      expect(value).toMatch(/\S/)
      expect(`${what}${value}`).not.toMatch(/undefined|null/)
    }
  })

  test('names the very values of the case', () => {
    const c = almostThere()
    expect(said(c, 'bucket.create')).toContain('Creates the bucket: spotinst-cur-report-111122223333')
    expect(said(c, 'report.create')).toContain('Creates the Cost and Usage Report: spotinst-cur-report')
    expect(said(c, 'crawler-stack.create')).toContain(
      'Replaces every event notification of: spotinst-cur-report-111122223333',
    )
    expect(said(c, 'crawler.schedule')).toContain('To daily at 00:00 UTC: cron(0 0 * * ? *)')
    expect(said(c, 'extractor-stack.create')).toContain('AccountList: blank: every account of the payer')
  })

  test.each<[ActionId, readonly string[]]>([
    [
      'bucket.create',
      [
        'Creates the bucket: spotinst-cur-report-111122223333',
        'In region: us-east-1',
        'Sets the policy that lets AWS deliver reports: only where the bucket has none',
      ],
    ],
    [
      'report.create',
      [
        'Creates the Cost and Usage Report: spotinst-cur-report',
        'Hourly, with resource IDs, for Athena, closed months refreshed: Parquet, Parquet, OVERWRITE_REPORT',
        'Delivered into: s3://spotinst-cur-report-111122223333/spotinst_eco/spotinst-cur-report',
      ],
    ],
    [
      'crawler-file.download',
      [
        'Reads: s3://spotinst-cur-report-111122223333/spotinst_eco/spotinst-cur-report/crawler-cfn.yml',
        'Writes nothing to AWS: the file is validated, then attached to the case',
      ],
    ],
    [
      'crawler-stack.create',
      [
        'Creates the stack: SpotEcoStack',
        'From: the attached crawler-cfn.yml, by its object URL',
        'Allows it to create IAM resources: CAPABILITY_IAM',
        'Replaces every event notification of: spotinst-cur-report-111122223333',
      ],
    ],
    [
      'crawler-stack.delete',
      ['Deletes the stack: SpotEcoStack', 'Only where it failed to be created: ROLLBACK_COMPLETE'],
    ],
    [
      'crawler.schedule',
      [
        'Sets the schedule of: AWSCURCrawler-spotinst-cur-report',
        'To daily at 00:00 UTC: cron(0 0 * * ? *)',
        'Starts the schedule: where it is not running',
      ],
    ],
    [
      'extractor-stack.create',
      [
        'Creates the stack: SpotCurExtractor',
        'From: the template of Spot’s link, with its pre-filled parameters as they are',
        'CURBucketName: spotinst-cur-report-111122223333',
        'AccountList: 222233334444',
        'Allows it to create IAM resources: CAPABILITY_IAM',
      ],
    ],
    [
      'extractor-stack.delete',
      ['Deletes the stack: SpotCurExtractor', 'Only where it failed to be created: ROLLBACK_COMPLETE'],
    ],
  ])('%s is told as a whole', (action, changes) => {
    const c = almostThere().sets({ accountList: '222233334444', extractorStackName: 'SpotCurExtractor' })
    expect(said(c, action)).toEqual(changes)
  })

  test.each([
    [null, 'textORcsv, GZIP, versioning not chosen'],
    ['overwrite', 'textORcsv, GZIP, OVERWRITE_REPORT'],
    ['new', 'textORcsv, GZIP, CREATE_NEW_REPORT'],
  ])('of Billing Engine’s own report is for Redshift, with the versioning that was chosen: %s', (chosen, value) => {
    const facts = {
      billingReportName: 'billing',
      billingBucket: 'our-billing',
      billingPrefix: 'bill',
      billingRegion: 'eu-west-1',
      ...(chosen === null ? {} : { reportVersioning: chosen }),
    }
    const c = new WorkedCase({ procedure: billingEngine, record: { facts } })
    expect(said(c, 'report.create')).toEqual([
      'Creates the Cost and Usage Report: billing',
      `Hourly, with resource IDs, for Redshift, closed months refreshed: ${value}`,
      'Delivered into: s3://our-billing/bill/billing',
    ])
  })

  test('of a deletion belongs to the step that creates', () => {
    expect(creatingAction('crawler-stack.delete')).toBe('crawler-stack.create')
    expect(creatingAction('extractor-stack.delete')).toBe('extractor-stack.create')
    expect(creatingAction('bucket.create')).toBe('bucket.create')
  })

  test('tells values of AWS from words about them', () => {
    const c = almostThere()
    const inWords = (action: ActionId) => plan(action, c).changes.flatMap((one) => (one.inWords ? [one.value] : []))
    expect(inWords('bucket.create')).toEqual(['only where the bucket has none'])
    expect(inWords('report.create')).toEqual([])
    expect(inWords('extractor-stack.create')).toContain('blank: every account of the payer')
    c.sets({ accountList: '222233334444' })
    expect(inWords('extractor-stack.create')).not.toContain('222233334444')
    // A value that AWS has is one word to it, but for the format of a report and a schedule.
    const asIs = ACTIONS.flatMap((action) => plan(action, c).changes.filter((one) => !one.inWords))
    for (const { value } of asIs) expect(value).toMatch(/^\S+$|^cron\(|^Parquet, /)
  })

  test('writes the address of the crawler file as S3 has it, with or without a prefix', () => {
    expect(said(new WorkedCase(), 'crawler-file.download')).toContain(
      'Reads: s3://spotinst-cur-report-111122223333/spotinst_eco/spotinst-cur-report/crawler-cfn.yml',
    )
    expect(said(new WorkedCase({ payer: { prefix: '' } }), 'crawler-file.download')).toContain(
      'Reads: s3://spotinst-cur-report-111122223333/spotinst-cur-report/crawler-cfn.yml',
    )
  })

  test.each([
    ['bucket.create', []],
    ['report.create', []],
    ['crawler-file.download', ['action.gate-shut']],
    ['crawler-stack.create', ['action.gate-shut']],
    ['crawler.schedule', ['action.gate-shut']],
    ['extractor-stack.create', ['action.value-missing', 'action.value-missing', 'action.gate-shut']],
  ] as const)('of %s in a new case: %j', (action, codes) => {
    expect(codesOf(plan(action, new WorkedCase()).findings)).toEqual(codes)
  })

  test('does not set up a report where none can be made: under billing transfer', () => {
    const c = new WorkedCase({ payer: { kind: 'transfer' } })
    expect(codesOf(plan('report.create', c).findings)).toEqual(['action.gate-shut'])
  })

  test('names the value that is missing, and where it belongs', () => {
    const [missing] = plan('bucket.create', new WorkedCase({ payer: { bucket: '' } })).findings
    expect(missing).toMatchObject({ level: 'error', code: 'action.value-missing', field: 'bucket' })
    expect(missing && sentence(missing.code, missing.params).message).toBe(
      'CUR bucket name is not known yet, and the action needs it.',
    )
  })

  test('says which step comes first', () => {
    const [shut] = plan('crawler.schedule', new WorkedCase()).findings
    expect(shut && sentence(shut.code, shut.params).message).toMatch(/cannot be done yet\. “.*” comes first\./)
  })
})
