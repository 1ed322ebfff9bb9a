import { stepOf } from '../domain/procedure/engine.ts'
import type { Condition, Procedure } from '../domain/procedure/types.ts'
import { factTexts } from './facts.ts'

/** What a shut gate waits for, as a sentence. */
export function gateSentence(condition: Condition, procedure: Procedure): string {
  if ('step' in condition) {
    return `“${stepOf(procedure, condition.step)?.title ?? condition.step}” comes first.`
  }
  if ('known' in condition) return `“${factTexts[condition.known].label}” is to be entered.`
  if ('fact' in condition) {
    const allowed = typeof condition.is === 'string' ? [condition.is] : condition.is
    const { label, options } = factTexts[condition.fact]
    const answers = allowed.map((v) => (v === '' ? 'blank' : `“${options?.[v] ?? v}”`))
    return `“${label}” has to be ${answers.join(' or ')}.`
  }
  if ('waitMet' in condition) {
    return `The wait “${procedure.waits.find((w) => w.id === condition.waitMet)?.title ?? condition.waitMet}” has to end.`
  }
  if ('submission' in condition) {
    return condition.submission === 'answered'
      ? 'Spot has to answer the submission with a link.'
      : `The submission has to be ${condition.submission}.`
  }
  if ('attached' in condition) return 'The crawler file has to be attached.'
  if ('passed' in condition) return 'The check of this step has to pass.'
  if ('all' in condition) return condition.all.map((c) => gateSentence(c, procedure)).join(' ')
  if ('any' in condition) return eitherSentence(condition.any, procedure)
  return `Not so: ${gateSentence(condition.not, procedure)}`
}

/** Alternatives read best by the one a person can still bring about: the value that is to be entered. */
function eitherSentence(conditions: readonly Condition[], procedure: Procedure): string {
  const enter = conditions.find((c) => 'known' in c)
  return enter ? gateSentence(enter, procedure) : conditions.map((c) => gateSentence(c, procedure)).join(' Or: ')
}
