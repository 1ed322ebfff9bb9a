import type { AwsFault } from '../services/aws-gateway.ts'
import { type Link, once } from './link.ts'

/** The S3 client that bucket and object calls share, with the package its commands come from. */
export function s3Client(link: Link) {
  return once(async () => {
    const sdk = await import('@aws-sdk/client-s3')
    const settings = await link.settings('s3')
    const client = new sdk.S3Client({
      ...settings,
      // A bucket in another region is read all the same; that it is the wrong one is the bucket check's to say.
      followRegionRedirects: true,
      // What only speaks S3 rarely answers under a name of its own for each bucket; AWS does everywhere.
      forcePathStyle: settings.endpoint !== undefined,
    })
    return { sdk, client }
  })
}
export type S3 = ReturnType<typeof s3Client>

/**
 * The fault of a HEAD, whose answer has no body to explain itself. A bare 400 is mostly a session that ran out: another
 * question of the same bucket is answered in words.
 */
export async function explained(link: Link, s3: S3, Bucket: string, fault: AwsFault): Promise<AwsFault> {
  if (fault.code !== 'Http400') return fault
  const asked = await link.ask(fault.action, async () => {
    const { sdk, client } = await s3()
    return client.send(new sdk.GetBucketLocationCommand({ Bucket }))
  })
  return asked.ok || asked.fault.kind === 'no-access' ? fault : asked.fault
}
