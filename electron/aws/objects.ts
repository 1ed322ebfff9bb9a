import type { Readable } from 'node:stream'
import type { AwsSession, ObjectFacts } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { failed, type Link, mapped } from './link.ts'
import { allPages } from './pages.ts'
import { explained, type S3 } from './s3.ts'

/** The code of a body that did not come whole. */
const CUT = 'CutShort'

/** Objects of the report's bucket, each asked for under the condition that the expected account owns it. */
export function objectCalls(link: Link, s3: S3): Pick<AwsSession, 'headObject' | 'listObjects' | 'getObject'> {
  const download = (bucket: string, key: string, expectedOwner: string, limit: number) =>
    link.ask('s3:GetObject', async () => {
      const { sdk, client } = await s3()
      const reply = await client.send(
        new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: expectedOwner }),
      )
      const bytes = await readWhole(reply.Body as Readable, reply.ContentLength, limit, link.patience.download)
      return { facts: factsOf(bucket, key, reply, bytes.length), bytes, $metadata: reply.$metadata }
    })

  return {
    async headObject(bucket, key, expectedOwner) {
      const asked = await link.ask('s3:GetObject', async () => {
        const { sdk, client } = await s3()
        return client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: expectedOwner }))
      })
      if (!asked.ok) return failed(await explained(link, s3, bucket, asked.fault))
      return mapped(asked, (reply) => factsOf(bucket, key, reply, reply.ContentLength ?? 0))
    },

    async listObjects(bucket, prefix, expectedOwner) {
      const pages = await allPages(link, {
        action: 's3:ListBucket',
        most: 50,
        send: async (token) => {
          const { sdk, client } = await s3()
          const page = token === undefined ? {} : { ContinuationToken: token }
          return client.send(
            new sdk.ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix,
              ExpectedBucketOwner: expectedOwner,
              ...page,
            }),
          )
        },
        next: (page) => page.NextContinuationToken,
      })
      return mapped(pages, (all) =>
        all.flatMap(({ Contents }) =>
          (Contents ?? []).map((entry) => factsOf(bucket, entry.Key ?? '', entry, entry.Size ?? 0)),
        ),
      )
    },

    async getObject(bucket, key, expectedOwner, limit) {
      for (let attempt = 1; ; attempt += 1) {
        const asked = await download(bucket, key, expectedOwner, limit)
        if (asked.ok) return mapped(asked, ({ facts, bytes }) => ({ facts, bytes }))
        // The SDK's own retries end where the body begins; a body that broke off is fetched once more.
        if (attempt > 1 || asked.fault.code !== CUT) return asked
      }
    },
  }
}

interface Described {
  readonly LastModified?: Date | undefined
  readonly ETag?: string | undefined
}

function factsOf(bucket: string, key: string, { LastModified, ETag }: Described, size: number): ObjectFacts {
  const modifiedAt = LastModified === undefined ? null : LastModified.toISOString()
  return { bucket, key, size, modifiedAt, etag: (ETag ?? '').replaceAll('"', '') }
}

/**
 * All of a body, or an error: never a part of it. A length that AWS does not state could not be held against what
 * came, so such a body is refused too. `deadline` in milliseconds bounds a body that only trickles.
 */
async function readWhole(
  body: Readable,
  length: number | undefined,
  limit: number,
  deadline: number,
): Promise<Uint8Array> {
  if (length === undefined || length > limit) {
    body.destroy()
    if (length === undefined)
      throw named(CUT, 'S3 does not say how long the file is, so it could not be told from a part of it.')
    throw named('EntityTooLarge', `The file has ${length} bytes; at most ${limit} are taken.`)
  }
  const slow = named('TimeoutError', `The file did not arrive within ${deadline / 1_000} seconds.`)
  const timer = setTimeout(() => body.destroy(slow), deadline)
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > length) break
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw error
    throw named(
      CUT,
      `The connection broke after ${size} of ${length} bytes (${error instanceof Error ? error.message : error}).`,
    )
  } finally {
    clearTimeout(timer)
  }
  if (size !== length) throw named(CUT, `${size} bytes came where ${length} were announced.`)
  return Buffer.concat(chunks)
}
