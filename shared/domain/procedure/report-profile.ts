import type { FactName, Facts } from '../facts.ts'

/**
 * The Cost and Usage Report that a procedure needs: where its facts are kept, and how AWS has to write it. Billing
 * Engine wants another one than all the others, and one report cannot serve both (DOMAIN, trap 15).
 */
export interface ReportProfile {
  readonly facts: Readonly<Record<ReportFact, FactName>>
  readonly format: 'Parquet' | 'textORcsv'
  readonly compression: 'Parquet' | 'GZIP'
  readonly artifact: 'ATHENA' | 'REDSHIFT'
  /** Whether each delivery replaces the last; null: the fact `reportVersioning` decides. */
  readonly versioning: 'OVERWRITE_REPORT' | null
}

export type ReportFact = 'reportName' | 'bucket' | 'prefix' | 'region'

/** For Athena, which makes AWS write Parquet and overwrite (004, step 1.4.4). The payer owns it. */
export const ATHENA_REPORT: ReportProfile = {
  facts: { reportName: 'reportName', bucket: 'bucket', prefix: 'prefix', region: 'region' },
  format: 'Parquet',
  compression: 'Parquet',
  artifact: 'ATHENA',
  versioning: 'OVERWRITE_REPORT',
}

/** For Redshift, which makes AWS write gzipped text (002, delivery options, step 4 and note). The case owns it. */
export const REDSHIFT_REPORT: ReportProfile = {
  facts: {
    reportName: 'billingReportName',
    bucket: 'billingBucket',
    prefix: 'billingPrefix',
    region: 'billingRegion',
  },
  format: 'textORcsv',
  compression: 'GZIP',
  artifact: 'REDSHIFT',
  versioning: null,
}

/** The facts with the procedure's own report in the place of the report: what checks and actions look at. */
export function reportFacts(facts: Facts, { facts: from }: ReportProfile): Facts {
  return {
    ...facts,
    reportName: facts[from.reportName],
    bucket: facts[from.bucket],
    prefix: facts[from.prefix],
    region: facts[from.region],
  }
}

/** The versioning AWS is to be asked for; null while nobody has chosen. */
export function versioningOf(profile: ReportProfile, facts: Facts): 'OVERWRITE_REPORT' | 'CREATE_NEW_REPORT' | null {
  if (profile.versioning !== null) return profile.versioning
  if (facts.reportVersioning === null) return null
  return facts.reportVersioning === 'overwrite' ? 'OVERWRITE_REPORT' : 'CREATE_NEW_REPORT'
}
