/** Sentences around a case on paper. */
export const dossierScreenText = {
  print: 'Print or save as PDF',
  save: 'Save as a page',
  back: (ref: string) => `Back to ${ref}`,
  allCases: 'All cases',
  open: 'Dossier',
} as const
