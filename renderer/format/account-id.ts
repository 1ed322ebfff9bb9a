/**
 * A 12-digit account ID in groups of four, `1111 2222 3333`, as people read and compare it; null for anything else.
 * For the eye and the ear only: what is copied is always the digits.
 */
export function accountGroups(text: string): readonly [string, string, string] | null {
  const m = /^(\d{4})(\d{4})(\d{4})$/.exec(text)
  return m ? [m[1] ?? '', m[2] ?? '', m[3] ?? ''] : null
}

/** The grouped ID as one text, for names and messages; other texts as they are. */
export function spokenAccount(text: string): string {
  return accountGroups(text)?.join(' ') ?? text
}
