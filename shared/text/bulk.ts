/** What a bulk edit would make of a case. */
export const bulkText = {
  exported: (attempt: number) => `Submission ${attempt}, exported`,
  sent: (attempt: number, at: string) => `Submission ${attempt}, sent ${at}`,
} as const
