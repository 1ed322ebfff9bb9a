import type { z } from 'zod'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import type { InputProblem } from '../../shared/text/messages/rpc.ts'

/** The first thing wrong with an input, as a refusal that names the field. */
export function refuseInput(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  if (!issue) return refuse('input.invalid', { path: '', problem: { kind: 'form' } })
  const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  const path = keys.map(String).join('.').slice(0, 200)
  const refusal = { path, problem: problemOf(issue) }
  return path === '' ? refuse('input.invalid', refusal) : refuse('input.invalid', refusal, path)
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { kind: 'not-expected' }
    case 'invalid_type':
      return issue.input === undefined ? { kind: 'missing' } : { kind: 'type', expected: issue.expected }
    case 'too_big':
      return { kind: 'too-big', of: whatOf(issue.origin), limit: thousands(issue.maximum) }
    case 'too_small':
      return { kind: 'too-small', of: whatOf(issue.origin), limit: thousands(issue.minimum) }
    case 'invalid_value':
      return { kind: 'choice', choices: issue.values.map(String) }
    default:
      return { kind: 'form' }
  }
}

function whatOf(origin: string): 'characters' | 'entries' | 'number' {
  if (origin === 'string') return 'characters'
  return origin === 'array' ? 'entries' : 'number'
}

function thousands(limit: number | bigint): string {
  return limit.toLocaleString('en')
}
