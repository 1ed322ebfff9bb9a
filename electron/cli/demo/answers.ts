import type { DemoCustomer } from './customers.ts'

/** Procedures that the demonstration can walk. */
export const DEMO_PROCEDURES = [
  'msp-cur-extraction',
  'eco-connect',
  'cloud-analyzer-existing',
  'cloud-analyzer-first',
  'billing-engine',
] as const
export type DemoProcedure = (typeof DEMO_PROCEDURES)[number]

type Facts = Readonly<Record<string, string>>

/** Billing Engine's ways, one customer after the other. */
const BILLING: readonly Facts[] = [
  { cloud: 'aws', spotAccount: 'new' },
  { cloud: 'aws', spotAccount: 'existing' },
  { cloud: 'azure' },
  { cloud: 'aws', spotAccount: 'new', billingReport: 'existing' },
  { cloud: 'google' },
]

/** What a customer answers when its case is opened; the answers take turns, so that every branch is shown. */
export function intakeFor(procedure: DemoProcedure, customer: DemoCustomer, at: number): Facts {
  switch (procedure) {
    case 'msp-cur-extraction':
      return { accessHolder: 'msp' }
    case 'eco-connect':
    case 'cloud-analyzer-existing':
      // A customer on a shared payer is managed by the MSP; the others take turns.
      return { managedByMsp: customer.sharedPayer || at % 2 === 1 ? 'yes' : 'no', accessHolder: 'customer' }
    case 'cloud-analyzer-first':
      return { partition: isChina(at) ? 'aws-cn' : 'aws', accessHolder: 'customer' }
    case 'billing-engine':
      return BILLING[at % BILLING.length] ?? {}
  }
}

/** What a customer enters in the steps that ask for it, where the app has nothing to suggest. */
export function answersFor(procedure: DemoProcedure, customer: DemoCustomer, at: number): Facts {
  const partition = procedure === 'cloud-analyzer-first' && isChina(at) ? 'aws-cn' : 'aws'
  const role = (name: string) => `arn:${partition}:iam::${customer.managementAccountId}:role/${name}`
  return {
    spotProducts: 'Cloud Analyzer, Ocean',
    roleArns:
      procedure === 'cloud-analyzer-first' ? `${role('SpotCloudAnalyzer')},${role('SpotOcean')}` : role('SpotRole'),
    billingRegion: 'eu-central-1',
    reportVersioning: at % 2 === 0 ? 'overwrite' : 'new-versions',
  }
}

function isChina(at: number): boolean {
  return at % 3 === 2
}
