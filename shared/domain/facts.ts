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
}

export type Facts = Readonly<Record<FactName, string | null>>
