import { createHash } from 'node:crypto'
import { AwsFault } from '../http/fault.ts'
import { reply } from '../http/reply.ts'
import type { PracticeRequest } from '../http/request.ts'
import type { Call, Operation, Service } from '../http/service.ts'
import { element, xmlDocument } from '../http/xml.ts'
import { type S3Address, s3Address } from './address.ts'
import { bucketOperations } from './buckets.ts'
import { listingOperations } from './listing.ts'
import { notificationOperations } from './notifications.ts'
import { objectOperations } from './objects.ts'
import type { S3Operation } from './operation.ts'

const operations = { ...bucketOperations, ...notificationOperations, ...listingOperations, ...objectOperations }
type OperationName = keyof typeof operations

/** Query parameters that name an aspect of a bucket or object, and with it another operation. */
const aspects = `
  acl accelerate analytics attributes cors delete encryption intelligent-tiering inventory
  legal-hold lifecycle location logging metrics notification object-lock ownershipControls
  partNumber policy policyStatus publicAccessBlock renameObject replication requestPayment
  restore retention select session tagging torrent uploadId uploads versionId versioning
  versions website
`
  .trim()
  .split(/\s+/)

const bucketTable: Record<string, OperationName | undefined> = {
  'PUT ': 'CreateBucket',
  'HEAD ': 'HeadBucket',
  'DELETE ': 'DeleteBucket',
  'GET location': 'GetBucketLocation',
  'GET policy': 'GetBucketPolicy',
  'PUT policy': 'PutBucketPolicy',
  'DELETE policy': 'DeleteBucketPolicy',
  'GET notification': 'GetBucketNotificationConfiguration',
  'PUT notification': 'PutBucketNotificationConfiguration',
}

const objectTable: Record<string, OperationName | undefined> = {
  'PUT ': 'PutObject',
  'GET ': 'GetObject',
  'HEAD ': 'HeadObject',
  'DELETE ': 'DeleteObject',
}

/** Amazon S3: buckets by path or by host name, the operations that the procedure and its clients use. */
export const s3: Service = {
  protocol: 'rest-xml',
  operations: Object.keys(operations),
  find(call): Operation {
    const address = s3Address(call.request.host, call.request.path)
    if (!address) throw new AwsFault('InvalidURI', "Couldn't parse the specified URI.")
    const name = operationName(call.request, address)
    if (name === undefined) {
      const message = 'A header you provided implies functionality that is not implemented by the practice AWS.'
      throw new AwsFault('NotImplemented', message, 501)
    }
    const operation: S3Operation = operations[name]
    const { bucket = '', key = '' } = address
    return {
      action: operation.action,
      resource: `"arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}"`,
      writes: operation.writes === true,
      decidesAccess: name !== 'ListBuckets' && name !== 'CreateBucket',
      run: () => {
        const { status, headers, body } = operation.run(call, { ...address, bucket, key })
        return { status, headers: { ...idHeaders(call), ...headers }, body }
      },
    }
  },
  refuse(fault, call) {
    const { requestId, hostId } = ids(call)
    const headers = { 'content-type': 'application/xml', ...idHeaders(call), ...fault.headers }
    if (fault.status === 304) return reply(304, headers)
    const body = xmlDocument(
      'Error',
      undefined,
      element('Code', fault.code),
      element('Message', fault.message),
      Object.entries(fault.details).map(([name, value]) => element(name, value)),
      element('RequestId', requestId),
      element('HostId', hostId),
    )
    return reply(fault.status, headers, body)
  },
}

function operationName({ method, query, headers }: PracticeRequest, address: S3Address): OperationName | undefined {
  const aspect = aspects.find((one) => query.has(one)) ?? ''
  if (address.bucket === undefined) return method === 'GET' && aspect === '' ? 'ListBuckets' : undefined
  if (address.key !== undefined) {
    return headers['x-amz-copy-source'] === undefined ? objectTable[`${method} ${aspect}`] : undefined
  }
  if (method === 'GET' && aspect === '') return query.get('list-type') === '2' ? 'ListObjectsV2' : 'ListObjects'
  return bucketTable[`${method} ${aspect}`]
}

/** S3 identifies requests in its own way: 16 characters, and a second, longer text. */
function ids({ requestId }: Call): { requestId: string; hostId: string } {
  return {
    requestId: requestId.replaceAll('-', '').slice(0, 16).toUpperCase(),
    hostId: createHash('sha256').update(requestId).digest('base64'),
  }
}

function idHeaders(call: Call): Record<string, string> {
  const { requestId, hostId } = ids(call)
  return { 'x-amz-request-id': requestId, 'x-amz-id-2': hostId }
}
