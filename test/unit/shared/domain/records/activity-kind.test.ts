import { expect, test } from 'vitest'
import { ACTIVITY_KINDS, activityKind, topicsOf } from '../../../../../shared/domain/records/activity-kind.ts'
import { activityKinds } from '../../../../../shared/text/activity-kinds.ts'
import { sourceFiles } from '../../../../arch/source-files.ts'

/** The entries that have a sentence: `'case.opened': (p) => …`. */
const told = sourceFiles(/^shared\/text\/activity\.ts$/).flatMap(({ text }) =>
  [...text.matchAll(/^ {2}'([a-z]+\.[a-z-]+)':/gm)].map(([, what]) => what ?? ''),
)

test('whatever is told of the record can be found under one kind, and under one only', () => {
  expect(told.length).toBeGreaterThan(40)
  for (const what of told) expect(activityKind(what), what).not.toBeNull()
  const topics = ACTIVITY_KINDS.flatMap(topicsOf)
  expect(new Set(topics).size).toBe(topics.length)
  expect(new Set(Object.values(activityKinds)).size).toBe(ACTIVITY_KINDS.length)
})

test('what a later version wrote belongs to no kind', () => {
  expect(activityKind('dream.dreamt')).toBeNull()
  expect(activityKind('nowhere')).toBeNull()
})
