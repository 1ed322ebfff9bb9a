import type { FactName, Facts } from '../facts.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { Settings } from '../records/settings.ts'
import type { Submission } from '../records/submission.ts'

/** The attempt the case is at: the newest one that was neither returned nor withdrawn. */
export function currentSubmission(c: Case): Submission | null {
  const open = c.submissions.filter((s) => s.state !== 'returned' && s.state !== 'withdrawn')
  return open.at(-1) ?? null
}

/** Everything the case knows, gathered from where it was entered once: MSP, customer, payer, the case itself. */
export function factsOf(c: Case, settings: Pick<Settings, 'mspAccountId'>): Facts {
  const own = (name: FactName): string | null => c.record.facts[name] ?? null
  return {
    mspAccountId: settings.mspAccountId,
    managementAccountId: c.customer.managementAccountId,
    orgIds: c.customer.orgIds.length > 0 ? c.customer.orgIds.join(',') : null,
    payerAccountId: c.payer.accountId,
    payerKind: c.payer.kind,
    partition: c.payer.partition,
    region: c.payer.region,
    reportName: c.payer.reportName || null,
    bucket: c.payer.bucket || null,
    prefix: c.payer.prefix,
    crawlerStackName: c.payer.crawlerStackName || null,
    extractorStackName: own('extractorStackName'),
    accountList: own('accountList'),
    accountListDecision: own('accountListDecision'),
    linkDecision: own('linkDecision'),
    spotLink: currentSubmission(c)?.answered?.link ?? null,
    accessHolder: own('accessHolder'),
    managedByMsp: own('managedByMsp'),
    spotAccount: own('spotAccount'),
    cloud: own('cloud'),
    spotProducts: own('spotProducts'),
    roleArns: own('roleArns'),
    billingReport: own('billingReport'),
    billingReportName: own('billingReportName'),
    billingBucket: own('billingBucket'),
    billingPrefix: own('billingPrefix'),
    billingRegion: own('billingRegion'),
    reportVersioning: own('reportVersioning'),
    reportStillUsed: own('reportStillUsed'),
  }
}

/** The crawler file the case stands on: the newest that was taken for its payer. */
export function crawlerFileOf(c: Case) {
  return c.attachments.find((a) => a.kind === 'crawler-file') ?? null
}
