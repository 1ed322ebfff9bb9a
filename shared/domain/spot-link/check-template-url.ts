import { type Finding, finding } from '../finding.ts'
import { parseObjectUrl } from '../values/object-url.ts'
import type { Partition } from '../values/region.ts'
import { shown } from '../values/typed-text.ts'

/** The template must lie on S3, in the partition of the console, and at an address that carries no credential. */
export function checkTemplateUrl(
  url: string | null,
  partition: Partition | null,
  known: readonly string[],
): readonly Finding[] {
  if (url === null || url === '') return [finding('error', 'spot-link.no-template', {})]
  const quoted = shown(url)
  // CloudFormation takes one version of an object by ?versionId=; any other query is a signature, or a trick.
  const plain = url.replace(/\?versionId=[A-Za-z0-9._-]+$/, '')
  const object = /^[!-~]+$/.test(plain) && plain.startsWith('https://') ? parseObjectUrl(plain) : null
  if (!object?.ok || object.findings.length > 0) {
    if (/^http:/i.test(url)) return [finding('error', 'spot-link.template-not-https', { url: quoted })]
    if (object?.ok === false && object.refusal.code === 'object-url.has-query') {
      return [finding('error', 'spot-link.template-query', { url: quoted })]
    }
    return [finding('error', 'spot-link.template-not-s3', { url: quoted })]
  }
  const { bucket } = object.value
  if (partition !== null && (partition === 'aws-cn') !== (object.value.partition === 'aws-cn')) {
    return [finding('error', 'spot-link.template-partition', { url: quoted })]
  }
  return known.includes(bucket) ? [] : [finding('warning', 'spot-link.unknown-template-bucket', { bucket })]
}
