/** Sentences of the customers’ and payers’ pages. */
export const directoryText = {
  customers: {
    lead: 'Whose bill is connected. Facts are entered once and used in every case.',
    searchHint: 'Name or any part of an ID',
    none: { title: 'No customers yet', text: 'They are recorded when their first case is opened.' },
    noMatch: { title: 'No customer matches', text: 'Try fewer letters, or part of the account ID.' },
    orgIds: 'From the Spot console: user icon, My Organization. Several with commas.',
    notes: 'For your colleagues.',
    missing: 'There is no such customer here.',
  },
  payers: {
    changeForAll: 'Change it for all of them',
    lead: 'The accounts that pay the bills. Each owns report, bucket and crawler, once.',
    none: { title: 'No payers yet', text: 'They are recorded with the first customer they pay for.' },
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
  shown: (shown: number, total: number) => `The first ${shown} of ${total}.`,
  saved: (name: string) => `${name} is saved`,
} as const
