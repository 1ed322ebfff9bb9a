import { expect, test } from 'vitest'
import { globsOf, keptWith } from '../../../../scripts/domain-mutations/kept.mjs'

const mutant = (id: string) => ({
  id,
  mutatorName: 'BooleanLiteral',
  status: 'Killed',
  location: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
})
const file = (id: string) => ({ source: id, mutants: [mutant(id)] })

test.each([
  ['case', 'shared/domain/case/**/*.ts'],
  ['case, values/prefix.ts', 'shared/domain/case/**/*.ts,shared/domain/values/prefix.ts'],
  ['top,', 'shared/domain/*.ts'],
])('what is to be run is named by folder or file: %j', (only, globs) => {
  expect(globsOf(only)).toBe(globs)
})

test('of a file that was run again the later result counts, others are kept, and those that are gone are dropped', () => {
  const kept = { files: { 'a.ts': file('old a'), 'b.ts': file('b'), 'gone.ts': file('gone') } }
  const seen = { files: { 'a.ts': file('new a'), 'c.ts': file('c') } }
  expect(keptWith(kept, seen, new Set(['a.ts', 'b.ts', 'c.ts']))).toEqual({
    files: { 'a.ts': file('new a'), 'b.ts': file('b'), 'c.ts': file('c') },
  })
})
