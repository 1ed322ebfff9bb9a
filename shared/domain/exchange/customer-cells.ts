import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import { accountCell, orgIdsCell } from './cells.ts'
import type { ImportField } from './columns.ts'

/** What an export writes into the cells of a customer and its payer: text that an import reads back as no change. */
export function customerCells(customer: Customer, payer: Payer): Readonly<Record<ImportField, string>> {
  const [contact] = customer.contacts
  return {
    name: customer.name,
    managementAccountId: accountCell(customer.managementAccountId),
    orgIds: orgIdsCell(customer.orgIds),
    payerAccountId: accountCell(payer.accountId),
    payerKind: payer.kind,
    partition: payer.partition,
    region: payer.region,
    reportName: payer.reportName,
    bucket: payer.bucket,
    prefix: payer.prefix,
    crawlerStackName: payer.crawlerStackName,
    awsProfile: payer.awsProfile ?? '',
    tags: customer.tags.join('; '),
    notes: customer.notes,
    contactName: contact?.name ?? '',
    contactEmail: contact?.email ?? '',
    contactRole: contact?.role ?? '',
  }
}
