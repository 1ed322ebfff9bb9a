/** `2026-11-14 15:20 UTC`: a sentence has no zone to read times in. */
export function minute(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
