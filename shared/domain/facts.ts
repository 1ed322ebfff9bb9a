/**
 * Facts are what a case knows, each entered once and used everywhere.
 * Values are texts; a list is joined with commas. `null` means not known yet, `''` means known to be blank.
 */
export const FACT_NAMES = [
  'mspAccountId',
  'managementAccountId',
  'orgIds',
  'payerAccountId',
  'payerKind',
  'partition',
  'region',
  'reportName',
  'bucket',
  'prefix',
  'crawlerStackName',
  'extractorStackName',
  'accountList',
  'accountListDecision',
  'linkDecision',
  'spotLink',
  'accessHolder',
  'managedByMsp',
  'spotAccount',
  'cloud',
  'spotProducts',
  'roleArns',
  'billingReport',
  'billingReportName',
  'billingBucket',
  'billingPrefix',
  'billingRegion',
  'reportVersioning',
  'reportStillUsed',
] as const
export type FactName = (typeof FACT_NAMES)[number]

/** Whose fact it is: changing the payer's touches every case on that payer. */
export type FactOwner = 'msp' | 'customer' | 'payer' | 'case' | 'submission'

export const FACT_OWNERS: Readonly<Record<FactName, FactOwner>> = {
  mspAccountId: 'msp',
  managementAccountId: 'customer',
  orgIds: 'customer',
  payerAccountId: 'payer',
  payerKind: 'payer',
  partition: 'payer',
  region: 'payer',
  reportName: 'payer',
  bucket: 'payer',
  prefix: 'payer',
  crawlerStackName: 'payer',
  extractorStackName: 'case',
  accountList: 'case',
  accountListDecision: 'case',
  linkDecision: 'case',
  spotLink: 'submission',
  accessHolder: 'case',
  managedByMsp: 'case',
  spotAccount: 'case',
  cloud: 'case',
  spotProducts: 'case',
  roleArns: 'case',
  // Billing Engine's report is another one than the payer's: one report cannot serve both (DOMAIN, trap 15).
  billingReport: 'case',
  billingReportName: 'case',
  billingBucket: 'case',
  billingPrefix: 'case',
  billingRegion: 'case',
  reportVersioning: 'case',
  reportStillUsed: 'case',
}

/** Facts that are one of a few words: which branch of a procedure a case takes, and who has access. */
export const FACT_CHOICES = {
  payerKind: ['dedicated', 'shared', 'transfer'],
  partition: ['aws', 'aws-cn'],
  accessHolder: ['msp', 'customer', 'nobody'],
  managedByMsp: ['yes', 'no'],
  spotAccount: ['new', 'existing'],
  cloud: ['aws', 'azure', 'google'],
  billingReport: ['new', 'existing'],
  reportVersioning: ['overwrite', 'new-versions'],
  reportStillUsed: ['yes', 'no'],
} as const satisfies Partial<Readonly<Record<FactName, readonly string[]>>>

/** The words a fact can be; null where it is not a choice. */
export function choicesOf(name: FactName): readonly string[] | null {
  return Object.hasOwn(FACT_CHOICES, name) ? FACT_CHOICES[name as keyof typeof FACT_CHOICES] : null
}

export type Facts = Readonly<Record<FactName, string | null>>
