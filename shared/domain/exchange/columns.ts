/** What a column of a customer list can be taken for. */
export const IMPORT_FIELDS = [
  'name',
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
  'awsProfile',
  'tags',
  'notes',
  'contactName',
  'contactEmail',
  'contactRole',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Heads of the columns as an export writes them. */
export const FIELD_HEADS: Readonly<Record<ImportField, string>> = {
  name: 'Customer',
  managementAccountId: 'Management account',
  orgIds: 'Spot Org IDs',
  payerAccountId: 'Payer account',
  payerKind: 'Payer kind',
  partition: 'Partition',
  region: 'Region',
  reportName: 'Report',
  bucket: 'Bucket',
  prefix: 'Prefix',
  crawlerStackName: 'Crawler stack',
  awsProfile: 'AWS profile',
  tags: 'Tags',
  notes: 'Notes',
  contactName: 'Contact',
  contactEmail: 'Contact e-mail',
  contactRole: 'Contact role',
}

/** Columns of an export that tell of a case; an import leaves them out knowingly. */
export const CASE_HEADS = [
  'Case',
  'Procedure',
  'State',
  'Owner',
  'Phase',
  'Next step',
  'Due',
  'Overdue',
  'Submission',
  'Case tags',
  'Case notes',
  'Opened',
  'Closed',
  'Changed',
] as const

/** Other heads that people give such columns. */
const ALSO: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['name', 'customer name', 'company', 'account name', 'client', 'organization', 'organisation'],
  managementAccountId: [
    'management account id',
    'management account number',
    'master payer',
    'master payer account',
    'master payer account id',
    'master account',
    'account id',
    'aws account id',
    'aws account',
    'account',
  ],
  orgIds: ['org ids', 'org id', 'orgid', 'orgids', 'spot org id', 'spot orgid', 'spot orgids', 'spot organization id'],
  payerAccountId: ['payer', 'payer account id', 'payer id', 'billing account', 'billing account id'],
  payerKind: ['kind', 'kind of payer', 'payer type'],
  partition: ['aws partition'],
  region: ['aws region', 'bucket region'],
  reportName: ['report name', 'cur report', 'cur report name'],
  bucket: ['cur bucket', 'cur bucket name', 'bucket name', 's3 bucket'],
  prefix: ['report path prefix', 'path prefix', 'cur prefix'],
  crawlerStackName: ['stack', 'stack name', 'crawler stack name'],
  awsProfile: ['profile'],
  tags: ['labels', 'customer tags'],
  notes: ['note', 'comment', 'comments', 'remarks', 'customer notes'],
  contactName: ['contact name', 'contact person'],
  contactEmail: ['email', 'e mail', 'mail', 'contact email', 'contact mail'],
  contactRole: ['role'],
}

/** A head as it is compared and remembered: small letters and digits, without marks. */
export function headKey(head: string): string {
  return head
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const BY_HEAD: ReadonlyMap<string, ImportField> = new Map(
  IMPORT_FIELDS.flatMap((field) => [FIELD_HEADS[field], ...ALSO[field]].map((head) => [headKey(head), field] as const)),
)
const OF_A_CASE: ReadonlySet<string> = new Set(CASE_HEADS.map(headKey))

/** The field that a head names by itself; null for one that nobody knows. */
export function fieldOfHead(head: string): ImportField | null {
  return BY_HEAD.get(headKey(head)) ?? null
}

/** Whether an export wrote the column to tell of a case. */
export function isOfCase(head: string): boolean {
  return OF_A_CASE.has(headKey(head))
}

export function isImportField(name: string): name is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(name)
}
