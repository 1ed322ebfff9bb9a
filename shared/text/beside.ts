import type { Awaited } from '../domain/case/beside.ts'

/** Which step of a case had better wait for which step of another, and why. */
export function besideSentence({ step, other, awaited, why }: Awaited): string {
  return `“${step.title}” is best done after “${awaited.title}” in C-${other.case.record.number}. ${why}`
}
