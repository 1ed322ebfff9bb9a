/** What long work is called while it goes on. */
export const jobTitles = {
  export: 'Exporting',
  bundles: 'Writing bundles',
  import: 'Reading the file',
  handover: 'Handing over',
  verify: 'Checking everything',
  bulk: 'Changing cases',
} as const
