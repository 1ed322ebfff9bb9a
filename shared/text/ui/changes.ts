/** Sentences about taking changes back. */
export const changesText = {
  title: 'Changes',
  lead: 'What was changed, newest first, of this session and of those before it. Taking one back is a change of its own: the record keeps both.',
  whose: { mine: 'Mine', everyone: 'Everyone’s' },
  whoseLabel: 'Whose changes',
  undone: 'Taken back, and can be made again',
  toUndo: 'Newest first',
  none: 'There is nothing to take back.',
  noneHint: 'Every change that is made in the workspace shows up here.',
  back: 'Take back',
  again: 'Make again',
  backOf: (sentence: string) => `Take back: ${sentence}`,
  whole: 'See the timeline',
  dialog: {
    title: 'Take this back',
    lead: 'It is taken back as a whole, and the record keeps that it was made and taken back.',
    undone: 'This was taken back already.',
    unkept: {
      message: 'This entry is not a change that can be taken back: it records what was seen, or it is too long ago.',
      remedy: 'Enter the former value by hand where one is needed.',
    },
    button: 'Take back',
  },
} as const
