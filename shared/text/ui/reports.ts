/** Sentences of the reports. What the answers say is in `shared/text/reports.ts`. */
export const reportsText = {
  range: 'Range',
  days: (n: number) => (n === 365 ? 'The last year' : `The last ${n} days`),
  all: 'Everything',
  procedure: 'Procedure',
  allProcedures: 'All procedures',
  owner: 'Owner',
  everybody: 'Everybody',
  print: 'Print',
  csv: 'CSV',
  csvOf: (title: string) => `Save “${title}” as CSV`,
  tableOf: (title: string) => `${title}: table`,
  counted: 'How this is counted',
  units: { cases: 'Cases', waits: 'Waits', days: 'Days', attempts: 'Attempts' },
} as const
