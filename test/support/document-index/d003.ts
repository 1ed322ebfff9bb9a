import { type DocumentIndex, entry, leftOut, section } from './entry.ts'

/** Eco: Connect your AWS Account. */
export const d003: DocumentIndex = {
  document: '003',
  procedure: 'eco-connect',
  sections: [
    section(null),
    section('prerequisite', entry('p1', 'prerequisite', 'Read access to the reports in the management account.')),
    section('AWS region', entry('p1', 'AWS region', 'Everything in us-east-1; Support where that is impossible.')),
    section(
      'get started',
      entry('p1', 'get started 1', 'Open the Eco dashboard; it asks for permissions.'),
      entry('p2', 'get started 2', 'Add Permissions starts the wizard.'),
      entry('p3', 'get started 3', 'The wizard leads on.'),
    ),
    section('step 1', entry('p1', 'step 1', 'Sign in to the management account.')),
    section(
      'step 2',
      entry('p1', 'step 2', 'Set up the report.'),
      leftOut('p2', 'step 2, important', 'A word above two bullets.', 'It is the heading of the two bullets below it.'),
      entry('b1', 'step 2, important, not managed', 'Without an MSP: do this step.'),
      entry('b2', 'step 2, important, managed', 'With an MSP: the MSP does it; go on with step 4.'),
      entry('b3', 'step 2, item 1', 'Where the reports are.'),
      entry('b4', 'step 2, item 2', 'How a new one has to be.'),
      entry('b4.b1', 'step 2, item 2.1', 'Resource IDs.'),
      entry('b4.b2', 'step 2, item 2.2', 'Data refresh.'),
      entry('b4.b3', 'step 2, item 2.3', 'Hourly.'),
      entry('b4.b4', 'step 2, item 2.4', 'Athena.'),
      entry('b5', 'step 2, item 3', 'The checkboxes, as pictured.'),
    ),
    section(
      'step 3',
      entry('1', 'step 3.1', 'Open the reports.'),
      entry('2', 'step 3.2', 'Copy the bucket.'),
      entry('3', 'step 3.3', 'Paste it at Spot.'),
    ),
    section('step 4', entry('p1', 'step 4', 'Open the template.')),
    section('step 5', entry('p1', 'step 5', 'Acknowledge IAM resources and create.')),
    section(
      'step 6',
      entry('1', 'step 6.1', 'Copy the Role ARN from the outputs.'),
      entry('2', 'step 6.2', 'Paste it in the wizard.'),
      entry('2.b1', 'step 6.2, not managed', 'Without an MSP: Done.'),
      entry('2.b2', 'step 6.2, managed', 'With an MSP: Spot Support.'),
      entry('p1', 'last paragraph', 'Up to 48 hours of processing, ended by an e-mail.'),
    ),
  ],
}
