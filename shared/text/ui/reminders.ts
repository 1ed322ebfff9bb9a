/** Sentences of reminders and of putting them off. */
export const remindersText = {
  title: (ref: string, customer: string) => `Put off ${ref} ${customer}`,
  lead: (wait: string) => `Nobody is reminded of “${wait}” before the time you choose, and once more then.`,
  snoozed: (until: string) => `It is put off until ${until} now. Another time takes its place.`,
  choices: 'Put off until',
  other: 'Another time',
  otherHelp: (zone: string) => `On the clock of ${zone}, 30 days from now at most.`,
  badTime: {
    message: 'This is no date and time of that clock.',
    remedy: 'Choose a day and a time, such as tomorrow at 14:00.',
  },
  putOff: 'Put off',
  done: (until: string) => `Put off until ${until}`,
} as const
