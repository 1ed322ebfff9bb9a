import type { Step } from '../domain/procedure/types.ts'

/** What reopening takes along, in one sentence. */
export function reopenSentence(steps: readonly Step[], ended: readonly string[], resumed: readonly string[]): string {
  const parts = [
    `${list(steps.map((s) => s.title))} ${steps.length === 1 ? 'is' : 'are'} to do again`,
    ...(ended.length > 0 ? [`the wait ${list(ended)} is cancelled`] : []),
    ...(resumed.length > 0 ? [`the wait ${list(resumed)} runs again`] : []),
  ]
  return `${parts.join('; ')}. What was recorded stays in the record.`
}

function list(titles: readonly string[]): string {
  return titles.map((t) => `“${t}”`).join(', ')
}
