import type { Today } from '../../contract/operations/cases.ts'

/** Sentences of Today. */
export const todayText = {
  groups: {
    overdue: { title: 'Overdue', hint: 'Time to chase: the answer should have been here.' },
    ready: { title: 'Ready to look at', hint: 'The wait is over on paper. See whether it is in fact.' },
    todo: { title: 'To do now', hint: 'The next step can be done.' },
    soon: { title: 'Due soon', hint: 'Ends within a day.' },
    waiting: { title: 'Waiting', hint: 'Nothing to do but to know when.' },
  } satisfies Record<Exclude<keyof Today, 'now'>, { title: string; hint: string }>,
  clear: {
    title: 'Nothing needs you now',
    text: 'No wait is due and no step is open. What runs in the meantime is listed under Cases.',
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
  },
  more: (n: number) => `${n} more in Cases`,
} as const
