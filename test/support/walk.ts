import type { WorkedCase } from './worked-case.ts'

/** What a customer would give for the facts that steps ask for. */
export const ANSWERS: Readonly<Record<string, string>> = {
  spotProducts: 'Cloud Analyzer, Ocean',
  roleArns: 'arn:aws:iam::111122223333:role/SpotRole',
  billingReportName: 'spot-billing-engine',
  billingBucket: 'spot-billing-engine-111122223333',
  billingPrefix: 'CUR',
  billingRegion: 'eu-central-1',
  reportVersioning: 'overwrite',
}

/**
 * Does every step by hand in the order in which the engine asks for it, entering what each asks for, until nothing is
 * left. Gives the steps done, in that order; fails where nothing can be done though the case is not complete.
 */
export function walk(worked: WorkedCase, answers: Readonly<Record<string, string>> = ANSWERS): readonly string[] {
  const done: string[] = []
  for (let next = worked.evaluation.next; next !== null; next = worked.evaluation.next) {
    if (done.length > 100) throw new Error(`going round in circles at ${next.step.id}`)
    const entered = next.step.enters.filter((f) => worked.facts[f] === null && answers[f] !== undefined)
    if (entered.length > 0) worked.sets(Object.fromEntries(entered.map((f) => [f, answers[f] ?? ''])))
    worked.does(next.step.id)
    done.push(next.step.id)
  }
  if (worked.case.record.state !== 'done') throw new Error(`stuck after ${done.at(-1)}`)
  return done
}
