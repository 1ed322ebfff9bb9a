import type { Catalogue } from '../sentence.ts'

/** What is wrong with one input, told without repeating the value: it may be long, or a secret in the wrong field. */
export type InputProblem =
  | { readonly kind: 'not-expected' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'type'; readonly expected: string }
  | { readonly kind: 'too-big' | 'too-small'; readonly of: 'characters' | 'entries' | 'number'; readonly limit: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'form' }

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

const tooBig = {
  characters: (limit: string) => `is too long: at most ${limit} characters`,
  entries: (limit: string) => `has too many entries: at most ${limit}`,
  number: (limit: string) => `is too large: at most ${limit}`,
}

const tooSmall = {
  characters: (limit: string) => (limit === '1' ? 'must not be empty' : `is too short: at least ${limit} characters`),
  entries: (limit: string) => (limit === '1' ? 'must not be empty' : `has too few entries: at least ${limit}`),
  number: (limit: string) => `is too small: at least ${limit}`,
}

function tell(problem: InputProblem): string {
  switch (problem.kind) {
    case 'not-expected':
      return 'does not belong to this operation'
    case 'missing':
      return 'is missing'
    case 'type':
      return `has to be ${typeNames[problem.expected] ?? problem.expected}`
    case 'too-big':
      return tooBig[problem.of](problem.limit)
    case 'too-small':
      return tooSmall[problem.of](problem.limit)
    case 'choice':
      return `has to be ${problem.choices.map((choice) => `“${choice}”`).join(' or ')}`
    case 'form':
      return 'does not have the expected form'
  }
}

/** Sentences about the way in: what reached the app could not be taken for one of its operations, or it failed itself. */
export const rpcMessages = {
  'input.invalid': (p: { path: string; problem: InputProblem }) => ({
    message: `${p.path === '' ? 'The input' : `“${p.path}”`} ${tell(p.problem)}.`,
    remedy:
      'Correct it and try again. If you did not enter it yourself, reload the window: it may be of an older version.',
  }),
  'input.not-json': (_: Record<never, never>) => ({
    message: 'What was sent is not JSON text.',
    remedy: 'Send one JSON object as application/json in UTF-8. In the app itself, reload the window.',
  }),
  'input.too-large': (p: { limitMiB: number }) => ({
    message: `What was sent is larger than ${p.limitMiB} MiB.`,
    remedy: 'Attach a smaller file, or keep the large one elsewhere and write down where it is.',
  }),
  'operation.unknown': (p: { name: string }) => ({
    message: `There is no operation “${p.name}”.`,
    remedy: 'Reload the window, or update the program that asked: it may be of another version.',
  }),
  'internal.unexpected': (p: { incident: string }) => ({
    message: `Something failed that should not have. It is in the log as incident ${p.incident}.`,
    remedy: 'Try once more. If it fails again, hand on the log file with the incident number.',
  }),
  'internal.contract': (p: { operation: string; incident: string }) => ({
    message: `“${p.operation}” was run, but its answer is not as declared. It is in the log as incident ${p.incident}.`,
    remedy: 'Reload to see what was saved before you try again, and hand on the log file with the incident number.',
  }),
} satisfies Catalogue
