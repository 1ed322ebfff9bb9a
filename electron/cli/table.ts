/** Columns of text, aligned; wide characters count as one. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows]
  const widths = head.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? '')].length)))
  const print = (row: readonly string[]) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd()
  return [print(head), print(widths.map((w) => '─'.repeat(w))), ...rows.map(print)].join('\n')
}
