/** A name as lists sort it and searches compare it: without marks and case, the same on every machine. */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
