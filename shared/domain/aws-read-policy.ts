import type { Partition } from './records/payer.ts'

export interface ReadPolicyScope {
  readonly bucket: string
  readonly prefix: string
  readonly report: string
  readonly partition: Partition
}

/**
 * The smallest IAM policy the checks can work with, as JSON to paste: it reads, it changes nothing, and of the bucket's
 * content only the crawler file (DOMAIN 5, read-only permissions).
 */
export function readOnlyPolicy({ bucket, prefix, report, partition }: ReadPolicyScope): string {
  const bucketArn = `arn:${partition}:s3:::${literal(bucket)}`
  const folder = [prefix, report].filter((part) => part !== '').join('/')
  const statements = [
    {
      Sid: 'CasebookReadsTheAccount',
      Effect: 'Allow',
      Action: [
        'bcm-data-exports:GetExport',
        'bcm-data-exports:ListExports',
        'cloudformation:DescribeStackEvents',
        'cloudformation:DescribeStacks',
        'cloudformation:ListStackResources',
        'cur:DescribeReportDefinitions',
        'lambda:GetAccountSettings',
        'organizations:DescribeOrganization',
        'sts:GetCallerIdentity',
      ],
      Resource: '*',
    },
    {
      Sid: 'CasebookReadsTheCrawler',
      Effect: 'Allow',
      Action: 'glue:GetCrawler',
      Resource: `arn:${partition}:glue:*:*:crawler/AWSCURCrawler-${literal(report)}`,
    },
    {
      Sid: 'CasebookReadsTheBucket',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation', 's3:GetBucketNotification', 's3:GetBucketPolicy', 's3:ListBucket'],
      Resource: bucketArn,
    },
    {
      // AWS's guide names a dated folder before the file (trap 8); no object but the crawler file ends like this.
      Sid: 'CasebookReadsTheCrawlerFile',
      Effect: 'Allow',
      Action: 's3:GetObject',
      Resource: `${bucketArn}/${literal(folder)}/*crawler-cfn.yml`,
    },
  ]
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}

/** A report name may hold `*`, which a resource would read as “anything”; IAM writes the character itself as `${*}`. */
function literal(text: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM's own notation
  return text.replaceAll('*', '${*}')
}
