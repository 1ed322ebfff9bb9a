import { type DocumentIndex, entry, section } from './entry.ts'

/** Connect Master Payer Account: First Registration. */
export const d001: DocumentIndex = {
  document: '001',
  procedure: 'cloud-analyzer-first',
  sections: [
    section(null, entry('p1', 'introduction', 'For the first registration; existing customers take the other page.')),
    section(
      'prerequisites',
      entry('b1', 'prerequisites 1', 'Organization administration permissions at Spot.'),
      entry('b2', 'prerequisites 2', 'Read access to the reports in the management account.'),
    ),
    section('AWS region', entry('p1', 'AWS region', 'Everything in us-east-1; Support where that is impossible.')),
    section(
      'get started',
      entry('p1', 'get started', 'How the wizard is started.'),
      entry('1', 'get started 1', 'Sign in at Spot.'),
      entry('2', 'get started 2', 'Choose AWS.'),
      entry('3', 'get started 3', 'The wizard leads on.'),
    ),
    section('step 1', entry('p1', 'step 1', 'AWS China or not.')),
    section('step 2', entry('p1', 'step 2', 'Sign in to the management account.')),
    section('step 3', entry('p1', 'step 3', 'IAM access to billing activated.')),
    section(
      'step 4',
      entry('1', 'step 4.1', 'Choose the products of the template.'),
      entry('2', 'step 4.2', 'Set up the report and give its bucket.'),
      entry('b1', 'step 4.2, item 1', 'Where the reports are.'),
      entry('b2', 'step 4.2, item 2', 'How a new one has to be.'),
      entry('b2.b1', 'step 4.2, item 2.1', 'Resource IDs.'),
      entry('b2.b2', 'step 4.2, item 2.2', 'Data refresh.'),
      entry('b2.b3', 'step 4.2, item 2.3', 'Hourly.'),
      entry('b2.b4', 'step 4.2, item 2.4', 'Athena.'),
      entry('3', 'step 4.3', 'The checkboxes, as pictured.'),
      entry('4', 'step 4.4', 'Open the reports.'),
      entry('5', 'step 4.5', 'Copy the bucket.'),
      entry('6', 'step 4.6', 'Paste it at Spot.'),
    ),
    section(
      'step 5',
      entry('1', 'step 5.1', 'Open the template; it makes role and policy.'),
      entry('2', 'step 5.2', 'Acknowledge IAM resources and create.'),
    ),
    section(
      'step 6',
      entry('1', 'step 6.1', 'Copy the Role ARNs from the outputs.'),
      entry('2', 'step 6.2', 'Paste them in the wizard.'),
      entry('p1', 'last paragraph', 'Up to 48 hours of processing, ended by an e-mail.'),
    ),
  ],
}
