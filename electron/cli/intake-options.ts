import { choicesOf, FACT_OWNERS, type FactName } from '../../shared/domain/facts.ts'
import type { Call, Option } from './command.ts'

/** The questions of the intakes as options of their own: the option, the fact it answers, and what it says. */
const QUESTIONS: readonly (readonly [name: string, fact: FactName, help: string])[] = [
  ['access', 'accessHolder', 'who can sign in to the billing account'],
  ['managed-by-msp', 'managedByMsp', 'whether an MSP manages the account (003, 000)'],
  ['partition', 'partition', 'whether the customer connects from AWS China (001)'],
  ['cloud', 'cloud', 'in which cloud the account is (002)'],
  ['spot-account', 'spotAccount', 'whether the customer is new at Spot (002)'],
  ['billing-report', 'billingReport', 'whether Billing Engine’s report is new (002)'],
  ['report-still-used', 'reportStillUsed', 'whether anybody else uses the payer’s report (offboarding)'],
]

/** One option for each question; what else a procedure asks or takes is said with --fact. */
export const intakeOptions: Readonly<Record<string, Option>> = optionsFor(QUESTIONS)

/** Those whose answer is a case’s own, and may be the same for many. */
export const caseAnswers: Readonly<Record<string, Option>> = optionsFor(
  QUESTIONS.filter(([, fact]) => FACT_OWNERS[fact] === 'case'),
)

function optionsFor(questions: typeof QUESTIONS): Readonly<Record<string, Option>> {
  return Object.fromEntries(
    questions.map(([name, fact, help]): [string, Option] => {
      const words = choicesOf(fact) ?? []
      return [name, { type: 'string', value: words.join('|'), help, oneOf: words }]
    }),
  )
}

/** The answers that were given by their own options, by fact. */
export function intakeAnswers(call: Call): Readonly<Record<string, string>> {
  return Object.fromEntries(
    QUESTIONS.flatMap(([name, fact]) => {
      const answer = call.option(name)
      return answer === undefined ? [] : [[fact, answer] as const]
    }),
  )
}
