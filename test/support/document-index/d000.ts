import { type DocumentIndex, entry, section } from './entry.ts'

/** Connect Master Payer Account: Existing Customer. */
export const d000: DocumentIndex = {
  document: '000',
  procedure: 'cloud-analyzer-existing',
  sections: [
    section(null, entry('p1', 'introduction', 'For existing Spot customers; new ones take the first registration.')),
    section(
      'prerequisites',
      entry('b1', 'prerequisites 1', 'Organization administration permissions at Spot.'),
      entry('b2', 'prerequisites 2', 'Read access to the reports in the management account.'),
    ),
    section('AWS region', entry('p1', 'AWS region', 'Everything in us-east-1; Support where that is impossible.')),
    section(
      'get started',
      entry('1', 'get started 1', 'Open Cost Analysis; it asks for permissions.'),
      entry('2', 'get started 2', 'Add Permissions starts the wizard.'),
      entry('3', 'get started 3', 'The wizard leads on.'),
    ),
    section('step 1', entry('p1', 'step 1', 'Sign in to the management account.')),
    section('step 2', entry('p1', 'step 2', 'IAM access to billing activated.')),
    section(
      'step 3',
      entry('p1', 'step 3', 'Set up the report.'),
      entry('b1', 'step 3, item 1', 'Where the reports are.'),
      entry('b2', 'step 3, item 2', 'How a new one has to be.'),
      entry('b2.b1', 'step 3, item 2.1', 'Resource IDs.'),
      entry('b2.b2', 'step 3, item 2.2', 'Data refresh.'),
      entry('b2.b3', 'step 3, item 2.3', 'Hourly.'),
      entry('b2.b4', 'step 3, item 2.4', 'Athena.'),
      entry('p2', 'step 3, last line', 'The checkboxes, as pictured.'),
    ),
    section(
      'step 4',
      entry('1', 'step 4.1', 'Open the reports.'),
      entry('2', 'step 4.2', 'Copy the bucket.'),
      entry('3', 'step 4.3', 'Paste it at Spot.'),
    ),
    section('step 5', entry('p1', 'step 5', 'Open the template.')),
    section('step 6', entry('p1', 'step 6', 'Acknowledge IAM resources and create.')),
    section(
      'step 7',
      entry('1', 'step 7.1', 'Copy the Role ARN from the outputs.'),
      entry('2', 'step 7.2', 'Paste it in the wizard.'),
      entry('2.b1', 'step 7.2, not managed', 'Without an MSP: Done.'),
      entry('2.b2', 'step 7.2, managed', 'With an MSP: Spot Support.'),
      entry('p1', 'last paragraph', 'Up to 48 hours of processing, ended by an e-mail.'),
    ),
  ],
}
