import { FACT_NAMES, type FactName, type Facts } from '../../shared/domain/facts.ts'

/** What is known of a dedicated payer whose report is named as the procedure has it; nothing of the case itself. */
export function makeFacts(own: Partial<Facts> = {}): Facts {
  const unknown = Object.fromEntries(FACT_NAMES.map((name) => [name, null])) as Record<FactName, null>
  return {
    ...unknown,
    mspAccountId: '999900001111',
    managementAccountId: '111122223333',
    orgIds: '606606606606',
    payerAccountId: '111122223333',
    payerKind: 'dedicated',
    partition: 'aws',
    region: 'us-east-1',
    reportName: 'spotinst-cur-report',
    bucket: 'spotinst-cur-report-111122223333',
    prefix: 'spotinst_eco',
    crawlerStackName: 'SpotEcoStack',
    extractorStackName: 'SpotCurExtractor',
    ...own,
  }
}
