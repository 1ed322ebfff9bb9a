import { z } from 'zod'
import { Contact, Id, InstantText, LongText, Revision, ShortText, Tags } from './base.ts'

/** An end customer of the MSP: the organization whose bill is connected to Spot. */
export const Customer = z.strictObject({
  id: Id,
  name: ShortText,
  /** The account that heads the customer's AWS organization; older pages call it “Master Payer”. */
  managementAccountId: z.string().regex(/^\d{12}$/),
  /** Spot Org IDs, from My Organization in the Spot console; not AWS account IDs (DOMAIN, trap 13). */
  orgIds: z.array(z.string().regex(/^\d{6,15}$/)).max(50),
  payerId: Id,
  contacts: z.array(Contact).max(50),
  tags: Tags,
  notes: LongText,
  createdAt: InstantText,
  updatedAt: InstantText,
  revision: Revision,
})
export type Customer = z.infer<typeof Customer>
