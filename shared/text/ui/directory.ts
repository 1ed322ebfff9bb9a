/** Sentences of the customers’ and payers’ pages. */
export const directoryText = {
  customers: {
    lead: 'Whose bill is connected. Facts are entered once and used in every case.',
    searchHint: 'Name or any part of an ID',
    none: { title: 'No customers yet', text: 'They are recorded when their first case is opened.' },
    noMatch: { title: 'No customer matches', text: 'Try fewer letters, or part of the account ID.' },
    noOrgIds: 'Not known yet',
    count: (n: number) => (n === 1 ? '1 customer' : `${n.toLocaleString('en-GB')} customers`),
    orgIds: 'From the Spot console: user icon, My Organization. Several with commas.',
    notes: 'For your colleagues.',
    missing: 'There is no such customer here.',
    another: 'Open another case',
    noCases: 'No case yet. Open the first one: what is known here is filled in.',
    side: 'Cases side by side',
    sideHint: 'Each waits for what it says, and facts are shared between them.',
    tags: 'Separated by commas.',
    contacts: 'Contacts',
    contactsHint: 'Whom requests are written to. The first with an e-mail address is used.',
    addContact: 'Add a contact',
    activity: 'Activity',
    noActivity: 'Nothing has happened yet.',
    theirs: 'Now on record:',
    takeTheirs: 'Take what is on record',
  },
  payers: {
    kindHelp: {
      dedicated: 'Pays for one customer: it is that customer’s own management account.',
      shared: 'Pays for several customers: a blank account list would send the data of all of them to Spot.',
      transfer:
        'Under AWS Billing Transfer no report of the old kind can be made, so cases of the MSP procedure are refused. Ask Spot how they connect such customers.',
    },
    partitions: { aws: 'AWS', 'aws-cn': 'AWS China' },
    prefixHelp:
      'As it was typed when the report was made; the console shows it longer. Blank puts the report at the top of the bucket, which Spot has to be told.',
    impact: {
      title: 'What the change touches',
      lead: (fields: string, cases: number) =>
        `${fields} would change in ${cases === 1 ? 'one open case' : `${cases} open cases`}. Nothing is saved yet.`,
      effect: 'What happens to it',
      confirmOne: 'Change it',
      confirmAll: (n: number) => `Change it in all ${n} cases`,
      held: 'Spot has a submission with the old value. Withdraw it, or record it as returned, before this is changed.',
    },
    lead: 'The accounts that pay the bills. Each owns report, bucket and crawler, once.',
    none: { title: 'No payers yet', text: 'They are recorded with the first customer they pay for.' },
    searchHint: 'Part of an account, bucket, report or prefix',
    noMatch: { title: 'No payer matches', text: 'Try fewer letters, or part of the account ID.' },
    count: (n: number) => (n === 1 ? '1 payer' : `${n.toLocaleString('en-GB')} payers`),
    touches: (n: number) =>
      n === 1
        ? 'One customer is paid by this account.'
        : `${n} customers are paid by this account. A change touches all of them.`,
    missing: 'There is no such payer here.',
    kinds: {
      dedicated: 'Dedicated',
      shared: 'Shared',
      transfer: 'Billing transfer',
    },
  },
  states: { open: 'Open', 'on-hold': 'On hold', done: 'Done', abandoned: 'Abandoned' },
  progress: (done: number, total: number, owner: string) => `${done} of ${total} steps, ${owner}`,
  next: (step: string) => `Next: ${step}`,
  twice: { title: 'Also recorded elsewhere', hint: 'Meant, or a slip: look at the other before work goes on.' },
  openOther: {
    customer: (name: string) => `Open ${name}`,
    payer: (account: string) => `Open payer ${account}`,
  },
  openCase: (ref: string) => `Open ${ref}`,
  saved: (name: string) => `${name} is saved`,
} as const
