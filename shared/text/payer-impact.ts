import type { FactName } from '../domain/facts.ts'
import type { CaseSummary } from '../domain/records/case.ts'
import { factTexts } from './facts.ts'

/** Payer's facts that are among the seven items of a submission (004, step 2.3). */
const IN_SUBMISSION: readonly FactName[] = ['bucket', 'prefix', 'crawlerStackName']

/** Whether Spot has the value and is to answer it: then it is not changed beneath the submission. */
export function isHeld({ submissionState }: CaseSummary, fields: readonly FactName[]): boolean {
  return submissionState === 'sent' && fields.some((f) => IN_SUBMISSION.includes(f))
}

/** What a change of these facts of its payer does to a case. */
export function impactSentence(summary: CaseSummary, fields: readonly FactName[]): string {
  const labels = fields.map((f) => factTexts[f].label).join(', ')
  const items = fields.some((f) => IN_SUBMISSION.includes(f))
  if (items && summary.submissionState === 'sent') {
    return `Spot has its submission with the old value of ${labels}: withdraw it, or mark it returned, first.`
  }
  if (items && summary.submissionState === 'answered') {
    return `Spot’s link was made for the old value of ${labels}: ask Spot for a new one.`
  }
  if (items && summary.submissionState === 'exported') {
    return `Its steps show the new value of ${labels}; its exported submission has to be exported again.`
  }
  return summary.stepsDone > 0
    ? `Its steps show the new value of ${labels}; what was done with the old one stays marked done until it is checked or reopened.`
    : `Its steps show the new value of ${labels}.`
}
