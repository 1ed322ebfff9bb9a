import { z } from 'zod'
import { Contact, Id, Revision, ShortText, Tags } from '../../domain/records/base.ts'
import { Partition, PayerKind } from '../../domain/records/payer.ts'
import { MessageTemplates, Naming, QuietHours, Settings } from '../../domain/records/settings.ts'
import { command, query } from '../operation.ts'
import { CustomerView, FindingView, PayerView } from '../views.ts'

/** Texts as typed: the domain parses, normalises and explains them. */
const Typed = z.string().max(20_000)

/** A profile of this computer’s AWS files, without anything secret. */
export const AwsProfileView = z.strictObject({
  name: ShortText,
  kind: z.enum(['keys', 'role', 'sso', 'login', 'process', 'web-identity', 'none']),
  /** Account and role that the profile itself names; null where only AWS knows. */
  accountId: ShortText.nullable(),
  roleName: z.string().nullable(),
  /** Command that signs in; null where there is nothing to run. */
  signIn: z.string().nullable(),
})
export type AwsProfileView = z.infer<typeof AwsProfileView>

/** A page of a list that may be long: the next begins after the mark of the one before. */
const DirectoryQuery = z.strictObject({
  text: ShortText.optional(),
  limit: z.int().min(1).max(500).optional(),
  after: z.string().max(2_000).nullable().optional(),
})

/** What was noticed while the typed values were read: a prefix shortened, an Org ID of unusual length. */
const Noticed = z.array(FindingView)

export const workspaceOperations = {
  'workspace.init': command(z.strictObject({ company: Typed, mspAccountId: Typed, operator: Typed }), Settings),
  'settings.get': query(z.strictObject({}), Settings),
  'settings.set': command(
    z.strictObject({
      revision: Revision,
      set: Settings.pick({
        operators: true,
        operator: true,
        recipient: true,
        waitHours: true,
        retiredRuntimes: true,
        knownBuckets: true,
        appearance: true,
      })
        .partial()
        .extend({
          company: Typed.optional(),
          mspAccountId: Typed.optional(),
          messageTemplates: MessageTemplates.optional(),
          quietHours: QuietHours.nullable().optional(),
          /** All of them: what is not named is the documents' own again. */
          naming: Naming.optional(),
        }),
    }),
    Settings,
  ),

  'payer.add': command(
    z.strictObject({
      accountId: Typed,
      kind: PayerKind,
      partition: Partition.optional(),
      reportName: Typed.optional(),
      bucket: Typed.optional(),
      prefix: Typed.optional(),
      region: Typed.optional(),
      crawlerStackName: Typed.optional(),
      awsProfile: ShortText.nullable().optional(),
    }),
    PayerView.extend({ noticed: Noticed }),
  ),
  /** By account. */
  'payer.list': query(
    DirectoryQuery,
    z.strictObject({ payers: z.array(PayerView), total: z.int(), after: z.string().nullable() }),
  ),
  'payer.get': query(
    z.strictObject({
      /** Payer's record ID or account. */
      payer: ShortText,
    }),
    /** `duplicates`: what it has that other payers have too. */
    PayerView.extend({ duplicates: z.array(FindingView) }),
  ),
  'payer.set': command(
    z.strictObject({
      payer: Id,
      revision: Revision,
      set: z.strictObject({
        kind: PayerKind.optional(),
        partition: Partition.optional(),
        reportName: Typed.optional(),
        bucket: Typed.optional(),
        prefix: Typed.optional(),
        region: Typed.optional(),
        crawlerStackName: Typed.optional(),
        awsProfile: ShortText.nullable().optional(),
      }),
      /** The change is meant for every case that it touches. */
      confirmed: z.boolean().optional(),
    }),
    PayerView.extend({ noticed: Noticed }),
  ),

  'customer.add': command(
    z.strictObject({
      name: Typed,
      managementAccountId: Typed,
      orgIds: Typed,
      /** Payer's record ID or 12-digit account; absent: a dedicated payer of the management account. */
      payer: ShortText.optional(),
      contacts: z.array(Contact).max(50).optional(),
      tags: Tags.optional(),
    }),
    CustomerView.extend({ noticed: Noticed }),
  ),
  /** By name. */
  'customer.list': query(
    DirectoryQuery,
    z.strictObject({ customers: z.array(CustomerView), total: z.int(), after: z.string().nullable() }),
  ),
  'customer.set': command(
    z.strictObject({
      customer: Id,
      revision: Revision,
      set: z.strictObject({
        name: Typed.optional(),
        managementAccountId: Typed.optional(),
        orgIds: Typed.optional(),
        contacts: z.array(Contact).max(50).optional(),
        tags: Tags.optional(),
        notes: Typed.optional(),
      }),
    }),
    CustomerView.extend({ noticed: Noticed }),
  ),
  'profile.list': query(z.strictObject({}), z.strictObject({ profiles: z.array(AwsProfileView) })),
}
