import { choicesOf, type FactName } from '../domain/facts.ts'
import type { MessageCode } from './messages/index.ts'

type Way = (params: Readonly<Record<string, unknown>>) => string

/** The way out as it is typed, where the command line has one of its own: the app shows a field or a button there. */
const WAYS: Partial<Readonly<Record<MessageCode, Way>>> = {
  'intake.unanswered': (p) => `Here: --fact ${String(p.fact)}=${choicesOf(p.fact as FactName)?.join('|') ?? 'ANSWER'}.`,
  'payer.touches-cases': () => 'Here: the same command with --yes.',
  'action.not-confirmed': () => 'Here: the same command with --yes.',
}

/** What to type to get on after a refusal; empty where the remedy says it all. */
export function wayOnCommandLine(code: string, params: Readonly<Record<string, unknown>>): string {
  const way = Object.hasOwn(WAYS, code) ? WAYS[code as MessageCode] : undefined
  return way ? ` ${way(params)}` : ''
}
