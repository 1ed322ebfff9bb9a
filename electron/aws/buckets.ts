import type { AwsFault, AwsResult, AwsSession, BucketFacts } from '../services/aws-gateway.ts'
import { type Link, mapped } from './link.ts'
import { explained, type S3 } from './s3.ts'

/** The bucket that reports are delivered to: its facts, its making, its policy. */
export function bucketCalls(link: Link, s3: S3): Pick<AwsSession, 'bucket' | 'createBucket' | 'putBucketPolicy'> {
  const ownership = async (Bucket: string, ExpectedBucketOwner: string) => {
    const head = (owner: { ExpectedBucketOwner?: string }) =>
      link.ask('s3:ListBucket', async () => {
        const { sdk, client } = await s3()
        return client.send(new sdk.HeadBucketCommand({ Bucket, ...owner }))
      })
    const owned = await head({ ExpectedBucketOwner })
    if (owned.ok) return { owned: true, region: owned.value.BucketRegion ?? null }
    if (owned.fault.kind !== 'no-access') return explained(link, s3, Bucket, owned.fault)
    // 403 says "somebody else's" or "you may not look". Where the caller may look without the condition, it was the owner.
    const anyone = await head({})
    if (anyone.ok) return { owned: false, region: anyone.value.BucketRegion ?? null }
    return anyone.fault.kind === 'no-access' ? { owned: null, region: null } : anyone.fault
  }

  const location = (Bucket: string, ExpectedBucketOwner: string) =>
    link.ask('s3:GetBucketLocation', async () => {
      const { sdk, client } = await s3()
      return client.send(new sdk.GetBucketLocationCommand({ Bucket, ExpectedBucketOwner }))
    })

  const policy = async (Bucket: string, ExpectedBucketOwner: string): Promise<AwsResult<string | null>> => {
    const asked = await link.ask('s3:GetBucketPolicy', async () => {
      const { sdk, client } = await s3()
      return client.send(new sdk.GetBucketPolicyCommand({ Bucket, ExpectedBucketOwner }))
    })
    if (!asked.ok && asked.fault.code === 'NoSuchBucketPolicy')
      return { ok: true, value: null, requestId: asked.fault.requestId }
    return mapped(asked, ({ Policy }) => Policy ?? null)
  }

  const notifications = async (Bucket: string, ExpectedBucketOwner: string) => {
    const asked = await link.ask('s3:GetBucketNotification', async () => {
      const { sdk, client } = await s3()
      return client.send(new sdk.GetBucketNotificationConfigurationCommand({ Bucket, ExpectedBucketOwner }))
    })
    return mapped(asked, (sent) => [
      ...(sent.LambdaFunctionConfigurations ?? []).map(({ LambdaFunctionArn }) => LambdaFunctionArn ?? ''),
      ...(sent.QueueConfigurations ?? []).map(({ QueueArn }) => QueueArn ?? ''),
      ...(sent.TopicConfigurations ?? []).map(({ TopicArn }) => TopicArn ?? ''),
      ...(sent.EventBridgeConfiguration === undefined ? [] : ['Amazon EventBridge']),
    ])
  }

  return {
    async bucket(name, expectedOwner) {
      const owner = await ownership(name, expectedOwner)
      if ('kind' in owner) return { ok: false, fault: owner }
      // A listing names the region on the way; only where it was refused is there a question left to ask.
      const place = owner.region === null ? await location(name, expectedOwner) : null
      const text = await policy(name, expectedOwner)
      const targets = await notifications(name, expectedOwner)
      for (const part of [place, text, targets]) if (part && !part.ok && !withheld(part.fault)) return part
      // Each of these was asked under the same condition, so an answer to any of them proves the owner too.
      const proven = place?.ok === true || text.ok || targets.ok
      const facts: BucketFacts = {
        region: place?.ok ? regionOf(place.value.LocationConstraint) : owner.region,
        ownedByExpected: proven ? true : owner.owned,
        policy: text.ok ? text.value : undefined,
        notifications: targets.ok ? targets.value : undefined,
      }
      return { ok: true, value: facts, requestId: targets.ok ? targets.requestId : targets.fault.requestId }
    },

    async createBucket(name) {
      const { region } = link.target
      const made = await link.change('s3:CreateBucket', async () => {
        const { sdk, client } = await s3()
        // us-east-1 is the one region that may not be named.
        const place = { CreateBucketConfiguration: { LocationConstraint: region as BucketLocation } }
        return client.send(new sdk.CreateBucketCommand({ Bucket: name, ...(region !== 'us-east-1' && place) }))
      })
      return mapped(made, () => null)
    },

    async putBucketPolicy(name, text, expectedOwner) {
      const put = await link.change('s3:PutBucketPolicy', async () => {
        const { sdk, client } = await s3()
        return client.send(
          new sdk.PutBucketPolicyCommand({ Bucket: name, Policy: text, ExpectedBucketOwner: expectedOwner }),
        )
      })
      return mapped(put, () => null)
    },
  }
}

type BucketLocation = import('@aws-sdk/client-s3').BucketLocationConstraint

/** Not for this caller to see. S3 says so with 405 where the policy belongs to another account. */
function withheld({ kind, code }: AwsFault): boolean {
  return kind === 'no-access' || code === 'MethodNotAllowed'
}

/** S3 names two old regions in its own way: none for us-east-1, EU for eu-west-1. */
function regionOf(constraint: string | undefined): string {
  if (constraint === undefined || constraint === '') return 'us-east-1'
  return constraint === 'EU' ? 'eu-west-1' : constraint
}
