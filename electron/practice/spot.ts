import { extractorTemplate } from './extractor-template.ts'
import { spotAccountId } from './world/accounts.ts'
import { addBucket, putObject } from './world/buckets.ts'
import type { PracticeWorld } from './world/world.ts'

/** What Spot reads in a submission. */
export type SubmissionFacts = {
  readonly region: string
  readonly bucket: string
  readonly prefix: string
  readonly reportName: string
  /** The customer's name at Spot. */
  readonly customerName: string
}

const sourceBucket = 'sc-msp-data-extractor-source'
const templateKey = 'cfn/msp-cost-and-usage-extractor.yml'
const codeKey = 'lambda/toolsMspDataExtractor.zip'
const outputBucket = 'sc-msp-data-extractor'

/**
 * The link that Spot answers a submission with (004, step 3): a CloudFormation create-stack page in the report's region
 * with everything filled in but Account List and CURBucketName, which are the operator's to fill.
 */
export function spotAnswer(facts: SubmissionFacts): string {
  const { region } = facts
  const suffix = region.startsWith('cn-') ? 'amazonaws.cn' : 'aws.amazon.com'
  const values = new URLSearchParams({
    templateURL: `https://${sourceBucket}.s3.amazonaws.com/${templateKey}`,
    stackName: 'SpotCostAndUsageExtractor',
    param_AccountList: '',
    param_CURBucketName: '',
    param_CURPrefixName: facts.prefix,
    param_CustomerName: facts.customerName,
    param_LambdaFunctionBucket: sourceBucket,
    param_LambdaFunctionKey: codeKey,
    param_S3OutputBucket: outputBucket,
  })
  return `https://${region}.console.${suffix}/cloudformation/home?region=${region}#/stacks/create/review?${values}`
}

/** Puts Spot's side into a new world: the bucket with template and code, and the bucket that receives the files. */
export function seedSpot(world: PracticeWorld, now: number): PracticeWorld {
  const spot = { accountId: spotAccountId, region: 'us-east-1' }
  const source = addBucket(world, { ...spot, name: sourceBucket }, now)
  source.publicAccessBlocked = false
  source.policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${sourceBucket}/*` },
    ],
  })
  putObject(source, templateKey, extractorTemplate, now)
  putObject(source, codeKey, 'practice code, not a program', now)
  addBucket(world, { ...spot, name: outputBucket }, now)
  return world
}
