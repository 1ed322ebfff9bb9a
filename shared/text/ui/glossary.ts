/** Sentences around the glossary. */
export const glossaryText = {
  title: 'Glossary',
  lead: 'The words of this work, and what they are often mistaken for.',
  search: 'Find a word',
  found: (n: number) => (n === 1 ? '1 word' : `${n} words`),
  none: 'No such word here. Try fewer letters.',
  also: (words: string) => `also: ${words}`,
  open: 'Words explained',
} as const
