import { describe, expect, test } from 'vitest'
import type { StackFacts } from '../../../../../shared/domain/aws-facts.ts'
import { checkStack } from '../../../../../shared/domain/checks/stack.ts'
import { outcomeOf } from '../../../../../shared/domain/checks/verdict.ts'
import { sentence } from '../../../../../shared/text/messages/index.ts'
import { codesOf } from '../../../../support/parsing.ts'

function stack(status: string, own: Partial<StackFacts> = {}): StackFacts {
  return {
    id: 'arn:aws:cloudformation:us-east-1:111122223333:stack/SpotEcoStack/1',
    name: 'SpotEcoStack',
    status,
    statusReason: null,
    createdAt: '2026-11-17T08:00:00.000Z',
    parameters: {},
    firstFailure: null,
    complete: 3,
    resources: 11,
    ...own,
  }
}

/** All statuses that CloudFormation documents for a stack. */
const OUTCOMES = {
  CREATE_COMPLETE: 'pass',
  UPDATE_COMPLETE: 'pass',
  CREATE_IN_PROGRESS: 'unknown',
  UPDATE_IN_PROGRESS: 'unknown',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'unknown',
  CREATE_FAILED: 'fail',
  DELETE_COMPLETE: 'fail',
  DELETE_FAILED: 'fail',
  DELETE_IN_PROGRESS: 'fail',
  REVIEW_IN_PROGRESS: 'fail',
  ROLLBACK_COMPLETE: 'fail',
  ROLLBACK_FAILED: 'fail',
  ROLLBACK_IN_PROGRESS: 'fail',
  UPDATE_FAILED: 'fail',
  UPDATE_ROLLBACK_COMPLETE: 'fail',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'fail',
  UPDATE_ROLLBACK_FAILED: 'fail',
  UPDATE_ROLLBACK_IN_PROGRESS: 'fail',
  IMPORT_IN_PROGRESS: 'fail',
  IMPORT_COMPLETE: 'fail',
  IMPORT_ROLLBACK_IN_PROGRESS: 'fail',
  IMPORT_ROLLBACK_FAILED: 'fail',
  IMPORT_ROLLBACK_COMPLETE: 'fail',
} as const

describe('a stack', () => {
  test.each(Object.entries(OUTCOMES))('that is %s: %s', (status, outcome) => {
    expect(outcomeOf(checkStack(stack(status), {}))).toBe(outcome)
  })

  test('in the making says how far it is', () => {
    const seen = checkStack(stack('CREATE_IN_PROGRESS'), {})
    expect(seen.findings).toMatchObject([{ level: 'info', code: 'stack.in-progress', params: { done: 3, of: 11 } }])
  })

  test.each([
    [
      'The runtime parameter of nodejs12.x is no longer supported for creating AWS Lambda functions.',
      'stack.cause-runtime',
    ],
    [
      "Specified ReservedConcurrentExecutions decreases account's UnreservedConcurrentExecution below its minimum value of [10].",
      'stack.cause-concurrency',
    ],
    ['athenacurcfn_spotinst_cur_report already exists', 'stack.cause-exists'],
    [
      'Resource handler returned message: "…" (Service: Glue, Status Code: 400, AlreadyExistsException)',
      'stack.cause-exists',
    ],
    ['User: arn:aws:iam::111122223333:user/ana is not authorized to perform: iam:CreateRole', 'stack.cause-denied'],
    [
      'Insufficient Lake Formation permission(s): Required Create Database (Service: AWSGlue; AccessDeniedException)',
      'stack.cause-lake-formation',
    ],
    [
      'Your access has been denied by S3, please make sure your request credentials have permission to GetObject for ' +
        'sc-msp-data-extractor-source/lambda/x.zip. S3 Error Code: AccessDenied. S3 Error Message: Access Denied',
      'stack.cause-s3-object',
    ],
    [
      'Received response status [FAILED] from custom resource. Message returned: See the details in CloudWatch',
      'stack.cause-custom-resource',
    ],
  ])('that failed for a known cause names it before AWS’s own words: %s', (reason, cause) => {
    const firstFailure = { resource: 'AWSCURInitializer', type: 'AWS::Lambda::Function', reason }
    const seen = checkStack(stack('ROLLBACK_COMPLETE', { firstFailure }), {})
    expect(codesOf(seen.findings)).toEqual([cause, 'stack.failed'])
    expect(seen.findings[1]).toMatchObject({ params: { resource: 'AWSCURInitializer', reason } })
  })

  test('whose events may not be read says which permission shows the cause', () => {
    const seen = checkStack(stack('ROLLBACK_COMPLETE', { firstFailure: undefined }), {})
    expect(codesOf(seen.findings)).toEqual(['stack.not-usable', 'aws.no-access'])
    expect(seen.findings[1]).toMatchObject({ params: { action: 'cloudformation:DescribeStackEvents' } })
  })

  test('that failed for another cause is told in AWS’s words, once', () => {
    const firstFailure = { resource: 'AWSCURCrawler', type: 'AWS::Glue::Crawler', reason: 'Internal failure' }
    expect(codesOf(checkStack(stack('CREATE_FAILED', { firstFailure }), {}).findings)).toEqual(['stack.failed'])
  })

  test.each([
    [null, 'SpotEcoStack is DELETE_IN_PROGRESS.'],
    ['User Initiated', 'SpotEcoStack is DELETE_IN_PROGRESS: User Initiated'],
  ])('in which nothing failed is named with what AWS says of it: %s', (statusReason, message) => {
    const [told] = checkStack(stack('DELETE_IN_PROGRESS', { statusReason, firstFailure: undefined }), {}).findings
    expect(told && sentence(told.code, told.params).message).toBe(message)
  })
})

describe('the parameters of a stack', () => {
  const parameters = { AccountList: '', CURBucketName: 'a-bucket', CURPrefixName: 'spotinst_eco' }
  const made = stack('CREATE_COMPLETE', { parameters })

  test('as they should be pass; those nobody asks for are left alone', () => {
    const seen = checkStack(made, { AccountList: '', CURBucketName: 'a-bucket' })
    expect(outcomeOf(seen)).toBe('pass')
    expect(seen.lines.map((l) => [l.label, l.actual])).toEqual([
      ['Status', 'CREATE_COMPLETE'],
      ['AccountList', '(blank)'],
      ['CURBucketName', 'a-bucket'],
    ])
  })

  test.each([
    [{ AccountList: '111122223333' }, ''],
    [{ CURBucketName: 'another' }, 'a-bucket'],
    [{ NotThere: 'x' }, '(not there)'],
  ])('%o that differ are named', (expected, actual) => {
    const seen = checkStack(made, expected)
    expect(outcomeOf(seen)).toBe('fail')
    expect(seen.findings).toMatchObject([{ code: 'stack.parameter-differs', params: { actual } }])
  })
})
