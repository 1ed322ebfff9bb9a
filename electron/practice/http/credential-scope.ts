import { header, type PracticeRequest } from './request.ts'

/** What a Signature Version 4 request says about itself. The signature is not verified: this AWS keeps no secrets. */
export type CredentialScope = { readonly accessKeyId: string; readonly region: string; readonly service: string }

const credential = /^([A-Za-z0-9_]{3,128})\/\d{8}\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request$/

/**
 * The scope from the Authorization header or from a presigned URL; undefined when the request is not signed. The older
 * command line still presigns S3 URLs of us-east-1 with version 2, which names an access key and nothing else.
 */
export function readCredentialScope(request: PracticeRequest): CredentialScope | undefined {
  const older = request.query.get('AWSAccessKeyId')
  if (older && request.query.has('Signature')) return { accessKeyId: older, region: 'us-east-1', service: 's3' }
  const authorization = header(request, 'authorization') ?? ''
  const text =
    /^AWS4-HMAC-SHA256\s.*?Credential=([^,\s]+)/.exec(authorization)?.[1] ?? request.query.get('X-Amz-Credential') ?? ''
  const [, accessKeyId, region, service] = credential.exec(text) ?? []
  return accessKeyId && region && service ? { accessKeyId, region, service } : undefined
}
