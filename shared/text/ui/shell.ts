/** Sentences of the shell: what is on every screen, and the screens for when there is none. */
export const shellText = {
  loading: 'Loading…',
  starting: 'Opening the workspace…',
  offline: 'The app does not answer. What is shown may be old; the page goes on by itself once it is back.',
  practice: 'Practice · simulated AWS',
  practiceHint: 'Nothing here reaches AWS or Spot. Customers and accounts are yours to invent.',
  practiceClock: 'Practice clock',
  scenario: 'Scenario',
  advanced: (hours: number) => `The practice clock moved ${hours} h forward`,
  leavePractice: 'Leave practice',
  unknownPage: 'There is no such page',
  unknownPageHint: 'The address may have been cut off. Everything is a click away on the left.',
  crashed: {
    message: 'This screen stumbled over something it did not expect.',
    remedy: 'Nothing that was saved is lost. Reload the page; if it happens again, go to another screen first.',
  },
  failedTitle: 'The workspace cannot be opened',
  failedFolder: 'Its folder',
  paletteHint: 'Type a command, a customer, or any part of an account ID.',
  paletteEmpty: 'Nothing matches.',
  singleKeysOff: 'Single-letter keys are switched off in the settings; arrows, Enter and chords still work.',
} as const
