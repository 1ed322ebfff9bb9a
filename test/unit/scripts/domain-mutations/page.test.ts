import { expect, test } from 'vitest'
import { mutationPage } from '../../../../scripts/domain-mutations/page.mjs'

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
})

const report = {
  files: {
    'shared/domain/wait/due.ts': {
      source: 'export const due = (a: number) => a > 3\nexport const late = true\n',
      mutants: [
        {
          id: '1',
          mutatorName: 'EqualityOperator',
          replacement: 'a >= 3',
          status: 'Survived',
          location: at(1, 35, 40),
        },
        { id: '2', mutatorName: 'EqualityOperator', replacement: 'a <= 3', status: 'Killed', location: at(1, 35, 40) },
        {
          id: '3',
          mutatorName: 'ConditionalExpression',
          replacement: 'true',
          status: 'Timeout',
          location: at(1, 35, 40),
        },
        { id: '4', mutatorName: 'BooleanLiteral', replacement: 'false', status: 'NoCoverage', location: at(2, 21, 25) },
        { id: '5', mutatorName: 'BlockStatement', replacement: '{}', status: 'Ignored', location: at(2, 21, 25) },
      ],
    },
  },
}

const present = new Set(Object.keys(report.files))

test('what a test noticed and what ran too long count for it; what survived and what no test reaches against it', () => {
  const { score, text } = mutationPage(report, present)
  expect(score).toBe(50)
  expect(text).toContain('**2 of 4 changes were noticed: 50.0 %.**')
  expect(text).toContain('| wait | 4 | 2 | 50.0 % |')
})

test('each survivor is listed with its place, what was there and what took its place', () => {
  const { text } = mutationPage(report, present)
  expect(text).toContain('- line 1: `` a > 3 `` → `` a >= 3 ``')
  expect(text).toContain('- line 2, reached by no test: `` true `` → `` false ``')
})

test('a report without a change is no failure', () => {
  expect(mutationPage({ files: {} }, new Set()).score).toBe(100)
})

test('folders that are weak, or have not been run, are named before the table', () => {
  const { text } = mutationPage(report, new Set([...present, 'shared/domain/case/act.ts', 'shared/domain/facts.ts']))
  expect(text).toContain('Not run yet: (top), case. The figure says nothing of them.')
  expect(text).toContain('Below 80 %: wait.')
  expect(mutationPage({ files: {} }, new Set()).text).toContain('No folder is below 80 %.')
})
