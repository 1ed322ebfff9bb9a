/** What long work is called while it goes on. */
export const jobTitles = {
  export: 'Writing bundles',
  import: 'Reading the file',
  handover: 'Handing over',
} as const
