import { z } from 'zod'
import { Id, InstantText, Revision, ShortText } from './base.ts'

export const PAYER_KINDS = ['dedicated', 'shared', 'transfer'] as const
export const PayerKind = z.enum(PAYER_KINDS)
export type PayerKind = z.infer<typeof PayerKind>

export const Partition = z.enum(['aws', 'aws-cn'])
export type Partition = z.infer<typeof Partition>

/**
 * A billing account: it owns report, bucket, prefix, region, crawler file and crawler stack, once,
 * however many customers it pays for.
 */
export const Payer = z.strictObject({
  id: Id,
  accountId: z.string().regex(/^\d{12}$/),
  partition: Partition,
  kind: PayerKind,
  reportName: z.string().max(256),
  bucket: z.string().max(63),
  prefix: z.string().max(256),
  region: z.string().max(32),
  crawlerStackName: z.string().max(128),
  /** Name of the AWS profile used for checks; null: by hand, with evidence instead. */
  awsProfile: ShortText.nullable(),
  createdAt: InstantText,
  updatedAt: InstantText,
  revision: Revision,
})
export type Payer = z.infer<typeof Payer>
