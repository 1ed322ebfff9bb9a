import type { Catalogue } from '../sentence.ts'

/** Sentences about a value that two customers or two payers have. */
export const duplicateMessages = {
  'duplicate.management-account': (p: { account: string; customer: string }) => ({
    message: `The management account ${p.account} is that of “${p.customer}” too.`,
    remedy: 'A management account belongs to one customer: correct the account ID of one of them.',
  }),
  'duplicate.org-ids': (p: { ids: string; customer: string }) => ({
    message: `“${p.customer}” has ${p.ids.includes(',') ? 'the same Spot Org IDs' : 'the same Spot Org ID'}: ${p.ids}.`,
    remedy:
      'Ask the customer to read it once more under My Organization, unless both really share one organization at Spot.',
  }),
  'duplicate.bucket': (p: { bucket: string; payer: string }) => ({
    message: `Payer ${p.payer} has the bucket ${p.bucket} too. A bucket lies in one account only.`,
    remedy: 'Look in S3 which of the two accounts owns it, and correct the other payer.',
  }),
  'duplicate.report': (p: { bucket: string; report: string; payer: string }) => ({
    message: `Payer ${p.payer} has the same report ${p.report}, in the same bucket ${p.bucket} and under the same prefix.`,
    remedy: 'One of the two is a slip, or both are one payer: correct the bucket, or move the customer to that payer.',
  }),
  'duplicate.dedicated-payer': (p: { payer: string; customers: string }) => ({
    message: `Payer ${p.payer} is recorded as dedicated, yet it pays for ${p.customers}.`,
    remedy: 'Record it as shared, or correct the payer of the customer that does not belong to it.',
  }),
} satisfies Catalogue
