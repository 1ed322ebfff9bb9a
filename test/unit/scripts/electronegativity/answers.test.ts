import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { answers, unanswered } from '../../../../scripts/electronegativity/answers.mjs'

const at = (path: string) => new URL(`../../../../${path}`, import.meta.url)

it('asks for an answer to every finding, and for a finding to every answer', () => {
  const known = [
    { id: 'A', file: 'main/a.ts', why: 'x' },
    { id: 'B', file: 'N/A', why: 'x' },
  ]
  expect(
    unanswered(
      [
        { id: 'A', file: 'main\\a.ts' },
        { id: 'B', file: 'N/A' },
      ],
      known,
    ),
  ).toEqual([])
  expect(unanswered([{ id: 'A', file: 'main/other.ts' }], known)).toEqual([
    'A in main/other.ts has no answer',
    'A in main/a.ts is answered, and is found no more',
    'B in N/A is answered, and is found no more',
  ])
})

it('answers for files that are there, and SECURITY.md says each answer', () => {
  const security = readFileSync(at('SECURITY.md'), 'utf8')
  for (const { id, file, why } of answers) {
    if (file !== 'N/A') expect(existsSync(at(`electron/${file}`)), file).toBe(true)
    expect(security).toContain(`\`${id}\``)
    expect(why).not.toBe('')
  }
})
