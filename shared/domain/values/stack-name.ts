import { notParsed, type Parsed, parsed } from '../parsed.ts'
import { refuse } from '../refusal.ts'
import { shown, tidy } from './typed-text.ts'

/** The name of a CloudFormation stack. */
export type StackName = string

/** What to use where the documents say “Spot Eco Stack”, which CloudFormation does not accept (trap 1). */
export const DEFAULT_STACK_NAME: StackName = 'SpotEcoStack'

/** Default name of the extractor stack: free to choose (004, step 3.3), the same everywhere unless changed. */
export const EXTRACTOR_STACK_NAME: StackName = 'SpotCurExtractor'

const LONGEST = 128

/** Reads a stack name: `[a-zA-Z][-a-zA-Z0-9]*`, at most 128 characters (004, step 2.7). The refusal carries a name that works. */
export function parseStackName(text: string): Parsed<StackName> {
  const name = tidy(text)
  if (name === '') return notParsed(refuse('stack-name.missing', { suggestion: DEFAULT_STACK_NAME }))
  const suggestion = suggestStackName(name)
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)) {
    return notParsed(refuse('stack-name.illegal', { text: shown(name), suggestion }))
  }
  if (name.length > LONGEST) {
    return notParsed(refuse('stack-name.too-long', { text: shown(name), length: name.length, suggestion }))
  }
  return parsed(name)
}

/** A legal stack name made from what was typed: words run together with capitals, other characters to hyphens. */
export function suggestStackName(text: string): StackName {
  const name = tidy(text)
    .replace(/\s+(\S)/g, (_, first: string) => first.toUpperCase())
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^[^a-zA-Z]+/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '')
  return name === '' ? DEFAULT_STACK_NAME : name
}
