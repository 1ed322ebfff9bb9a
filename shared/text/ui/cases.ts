/** Sentences of the case list and of opening a case. */
export const casesText = {
  searchLabel: 'Search cases',
  searchHint: 'Customer, any part of an ID, bucket, note…',
  none: { title: 'No case matches', text: 'Try fewer letters, or another state.' },
  first: {
    title: 'No cases yet',
    text: 'Open the first one: five facts about the customer, and the procedure tells you the rest.',
  },
  bulk: {
    picked: (n: string) => `${n} picked`,
    title: (n: string) => `Change ${n}`,
    lead: 'What is left empty stays as it is in each case. One undo takes all of it back.',
    add: 'Separated by commas; added to the tags a case has.',
    none: 'Nothing would change yet.',
    before: 'Now',
    after: 'Then',
    more: (n: number) => `and ${n} more`,
    done: (n: string) => `${n} changed`,
    undone: 'The change is taken back',
  },
  failedPage: 'The rest of the list could not be fetched.',
  newCase: {
    title: 'New case',
    lead: 'One customer going through the connection to Spot.',
    name: 'As you call the customer.',
    managementAccountId:
      'The account that heads the customer’s AWS organization; older pages say Master Payer. 12 digits.',
    orgIds: 'From the Spot console: user icon, My Organization. Several with commas.',
    payerLegend: 'Who pays the AWS bill?',
    payers: {
      dedicated: {
        label: 'The customer’s own management account',
        hint: 'A dedicated payer. Report and stacks are made in that account.',
      },
      existing: {
        label: 'A payer we have already',
        hint: 'Report, bucket and crawler exist; this customer reuses them.',
      },
      shared: { label: 'A new shared payer of ours', hint: 'One of our accounts pays for several customers.' },
      transfer: {
        label: 'AWS Billing Transfer or Billing Conductor',
        hint: 'Recorded, but the procedure cannot run on it: Spot has to be asked.',
      },
    },
    payerAccount: 'The account that pays the bill. 12 digits.',
    questions: 'Before the case begins, this procedure has to know:',
    choose: 'Choose…',
    half: (name: string) => `${name} is recorded as a customer. The case itself is not open yet.`,
    opened: (ref: string) => `${ref} is open`,
  },
} as const
