import type { ReportDefinition } from '../../shared/domain/aws-facts.ts'

/** The report as the procedure wants it, written out. */
export const goodReport: ReportDefinition = {
  name: 'spotinst-cur-report',
  timeUnit: 'HOURLY',
  format: 'Parquet',
  compression: 'Parquet',
  schemaElements: ['RESOURCES'],
  bucket: 'spotinst-cur-report-111122223333',
  prefix: 'spotinst_eco',
  region: 'us-east-1',
  artifacts: ['ATHENA'],
  refreshClosedReports: true,
  versioning: 'OVERWRITE_REPORT',
  lastDelivery: null,
  lastStatus: null,
}
