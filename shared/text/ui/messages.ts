/** Sentences of the list of messages. */
export const messagesText = {
  title: 'Messages',
  lead: 'What this window told you since it was opened. The timelines keep what was done.',
  none: 'Nothing has been told yet. Reminders, news of AWS and what failed are kept here.',
  button: (fresh: number) => (fresh === 0 ? 'Messages' : `Messages, ${fresh} new`),
  open: (title: string) => `Open ${title}`,
} as const
