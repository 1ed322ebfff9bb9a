import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { practiceEnvironment } from '../../../electron/practice/credentials.ts'
import { account, clients, makeReport, practiceAws } from '../../support/practice.ts'

const run = promisify(execFile)

/** The version of boto3 that python3 finds here, or nothing. */
function boto3Version(): string | undefined {
  try {
    const code = 'import boto3; print(boto3.__version__)'
    return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: 'pipe', timeout: 60_000 }).trim()
  } catch {
    return undefined
  }
}

const version = boto3Version()
const title = version === undefined ? '(skipped: python3 finds no boto3)' : version

/** Each client is given its endpoint: older versions do not know AWS_ENDPOINT_URL. */
const program = `
import boto3, json, os
def client(name):
    return boto3.client(name, endpoint_url=os.environ["AWS_ENDPOINT_URL"])
s3 = client("s3")
s3.create_bucket(Bucket="practice-abroad", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
s3.put_object(Bucket="practice-abroad", Key="a/\\u00fc b", Body=b"x" * 100000, ChecksumAlgorithm="SHA256", Metadata={"case": "C-42"})
read = s3.get_object(Bucket="practice-abroad", Key="a/\\u00fc b")
pages = client("cur").get_paginator("describe_report_definitions").paginate()
glue = client("glue")
try:
    glue.get_crawler(Name="missing")
    missing = "found"
except glue.exceptions.EntityNotFoundException as error:
    missing = error.response["Error"]["Code"]
print(json.dumps({
    "account": client("sts").get_caller_identity()["Account"],
    "location": s3.get_bucket_location(Bucket="practice-abroad")["LocationConstraint"],
    "keys": [one["Key"] for one in s3.list_objects_v2(Bucket="practice-abroad")["Contents"]],
    "read": [len(read["Body"].read()), read["Metadata"]],
    "reports": [[one["ReportName"] for one in page["ReportDefinitions"]] for page in pages],
    "missing": missing,
    "stacks": client("cloudformation").describe_stacks()["Stacks"],
}))
`

describe.skipIf(version === undefined)(`boto3 ${title} against the practice AWS`, { timeout: 120_000 }, () => {
  test('creates, follows a bucket to its region, pages, and names errors', async () => {
    const aws = await practiceAws()
    await makeReport(clients(aws))
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...practiceEnvironment(aws.url, account) }
    const { stdout } = await run('python3', ['-c', program], { env })
    expect(JSON.parse(stdout)).toEqual({
      account,
      location: 'eu-west-1',
      keys: ['a/ü b'],
      read: [100_000, { case: 'C-42' }],
      reports: [['spotinst-cur-report']],
      missing: 'EntityNotFoundException',
      stacks: [],
    })
  })
})
