import { asList, at, isIntrinsic, isMap, type Tree, type TreeMap, textOf } from './tree.ts'

/** One place of the template that names the bucket, the report's path in it, or both. */
export interface Mention {
  /** The place as a path in the file, `AWSPutS3CURNotification.BucketName`. */
  readonly where: string
  /** What stands there; null where nothing readable does. */
  readonly text: string | null
  readonly bucket: string | null
  /** `<prefix>/<report>/<report>`; null where the place names the bucket alone. */
  readonly key: string | null
}

const STATUS_FOLDER = '/cost_and_usage_data_status/'

/** Every mention of bucket and path: crawler, notification, permission, status table, and the two roles' policies. */
export function mentionsOf(resources: TreeMap): readonly Mention[] {
  const path = textOf(at(resources, 'AWSCURCrawler', 'Properties', 'Targets', 'S3Targets', 0, 'Path'))
  const notification = at(resources, 'AWSPutS3CURNotification', 'Properties')
  const bucketName = textOf(at(notification, 'BucketName'))
  const reportKey = textOf(at(notification, 'ReportKey'))
  const sourceArn = textOf(at(resources, 'AWSS3CUREventLambdaPermission', 'Properties', 'SourceArn'))
  const table = at(resources, 'AWSCURReportStatusTable', 'Properties', 'TableInput')
  const location = textOf(at(table, 'StorageDescriptor', 'Location'))
  return [
    { where: 'AWSCURCrawler.Path', text: path, ...bucketAndKey(path, (key) => key) },
    { where: 'AWSPutS3CURNotification.BucketName', text: bucketName, bucket: bucketName, key: null },
    { where: 'AWSPutS3CURNotification.ReportKey', text: reportKey, bucket: null, key: trimSlash(reportKey) },
    mentionInArn('AWSS3CUREventLambdaPermission.SourceArn', sourceArn),
    { where: 'AWSCURReportStatusTable.Location', text: location, ...bucketAndKey(location, keyOfStatusFolder) },
    ...mentionsInPolicies(resources, 'AWSCURCrawlerComponentFunction'),
    ...mentionsInPolicies(resources, 'AWSS3CURLambdaExecutor'),
  ]
}

const S3_URI = /^s3:\/\/([^/]+)\/(.+)$/
const S3_ARN = /^arn:(?:aws|aws-cn|aws-us-gov|\$\{AWS::Partition\}):s3:::([^/*]+)(?:\/(.*))?$/

function bucketAndKey(text: string | null, keyOf: (path: string) => string | null) {
  const [, bucket, path] = S3_URI.exec(text ?? '') ?? []
  const key = path === undefined ? null : keyOf(path)
  return bucket === undefined || key === null ? { bucket: null, key: null } : { bucket, key: trimSlash(key) }
}

/** With an empty prefix AWS has been seen to begin the path with a slash. */
function trimSlash(key: string | null): string | null {
  return key === null ? null : key.replace(/^\/+/, '')
}

/** The status folder lies beside the report's data folder, which is called like the report. */
function keyOfStatusFolder(path: string): string | null {
  if (!path.endsWith(STATUS_FOLDER)) return null
  const folder = path.slice(0, -STATUS_FOLDER.length)
  return `${folder}/${folder.slice(folder.lastIndexOf('/') + 1)}`
}

function mentionInArn(where: string, text: string | null): Mention {
  const [, bucket, path] = S3_ARN.exec(text ?? '') ?? []
  if (bucket === undefined) return { where, text, bucket: null, key: null }
  // A policy covers what begins with the report's path, so AWS ends it with an asterisk.
  if (path !== undefined && !path.endsWith('*')) return { where, text, bucket: null, key: null }
  return { where, text, bucket, key: path === undefined ? null : trimSlash(path.slice(0, -1)) }
}

/** The S3 resources that a role's policies name; one unreadable mention where they name none. */
function mentionsInPolicies(resources: TreeMap, role: string): readonly Mention[] {
  const where = `${role}.Policies`
  const arns = statementsOf(at(resources, role)).flatMap((statement) =>
    asList(at(statement, 'Resource'))
      .map(textOf)
      .filter((text) => text === null || text.includes(':s3:::')),
  )
  return arns.length > 0 ? arns.map((arn) => mentionInArn(where, arn)) : [mentionInArn(where, null)]
}

/** Every statement of a role: of its policies and of who may assume it. */
export function statementsOf(role: Tree | undefined): readonly Tree[] {
  const documents = [
    at(role, 'Properties', 'AssumeRolePolicyDocument'),
    ...asList(at(role, 'Properties', 'Policies')).map((policy) => at(policy, 'PolicyDocument')),
  ]
  return documents.flatMap((document) => asList(at(document, 'Statement')))
}

/** Where the template names its database, and what it says there; a reference to the database says the database's name. */
export function databaseMentions(resources: TreeMap): readonly { where: string; name: string | null }[] {
  const name = textOf(at(resources, 'AWSCURDatabase', 'Properties', 'DatabaseInput', 'Name'))
  const follow = (tree: Tree | undefined) =>
    isIntrinsic(tree) && tree.fn === 'Ref' && tree.of === 'AWSCURDatabase' ? name : textOf(tree)
  return [
    { where: 'AWSCURDatabase.Name', name },
    { where: 'AWSCURCrawler.DatabaseName', name: follow(at(resources, 'AWSCURCrawler', 'Properties', 'DatabaseName')) },
    {
      where: 'AWSCURReportStatusTable.DatabaseName',
      name: follow(at(resources, 'AWSCURReportStatusTable', 'Properties', 'DatabaseName')),
    },
  ]
}

/** The crawler's name as the template and its inline code have it; the code's is null where it starts no crawler. */
export function crawlerNames(resources: TreeMap): { readonly crawler: string | null; readonly started: string | null } {
  const code = textOf(at(resources, 'AWSCURInitializer', 'Properties', 'Code', 'ZipFile')) ?? ''
  const started = /startCrawler\(\s*\{\s*Name:\s*(['"])([^\r\n]*?)\1\s*\}/.exec(code)?.[2] ?? null
  return { crawler: textOf(at(resources, 'AWSCURCrawler', 'Properties', 'Name')), started }
}

/** The template's Lambda functions with their runtimes, in the order of the file. */
export function lambdaFunctions(resources: TreeMap) {
  return [...resources]
    .filter(([, resource]) => isMap(resource) && resource.get('Type') === 'AWS::Lambda::Function')
    .map(([id, resource]) => ({
      id,
      runtime: textOf(at(resource, 'Properties', 'Runtime')),
      code: textOf(at(resource, 'Properties', 'Code', 'ZipFile')) ?? '',
    }))
}
