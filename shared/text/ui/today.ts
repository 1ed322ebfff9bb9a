/** Sentences of Today. */
export const todayText = {
  groups: {
    overdue: { title: 'Overdue', hint: 'Time to chase: the answer should have been here.' },
    ready: { title: 'Ready to check or chase', hint: 'The wait is over on paper. See whether it is in fact.' },
    todo: { title: 'To do now', hint: 'The next step can be done.' },
    customer: { title: 'Waiting on the customer', hint: 'Asked, and still in time.' },
    running: { title: 'Running waits', hint: 'Nothing to do but to know when.' },
    untouched: { title: 'Untouched for too long', hint: 'Nothing runs and nothing was done for two weeks or more.' },
  },
  clear: {
    title: 'Nothing needs you now',
    text: 'No wait runs, no step is open and nothing was forgotten. Cases that are done or on hold are listed under Cases.',
  },
  first: {
    title: 'No cases yet',
    text: 'A case takes one customer through the whole procedure. It opens with five facts, and says what comes next.',
  },
  chase: {
    title: (ref: string, customer: string) => `Ask Spot about ${ref} ${customer}`,
    due: 'The time that Spot may take is over. Send this as a follow-up to your message.',
    early: (due: string) => `Spot still has until ${due}.`,
    none: 'There is nothing to ask: the submission was answered or taken back meanwhile.',
    customerTitle: (ref: string, customer: string) => `Ask ${customer} again about ${ref}`,
    customerDue: 'The answer should have been here. Send this once more, then say that you did: the wait begins anew.',
    customerNone: 'There is nothing to ask any more: the answer came, or the request was taken back.',
    askedAgain: 'Asked again',
  },
  todo: 'To do',
  untouched: 'Untouched',
  snoozed: 'Put off',
  more: (n: number) => `Show ${n} more`,
  rest: (n: number) => `${n} more are in Cases`,
  actions: { check: 'Check', done: 'Done', answered: 'Answered', chase: 'Chase' },
  keys: 'Keys on a row: Enter opens, c checks, d marks done, m chases, z puts off.',
} as const
