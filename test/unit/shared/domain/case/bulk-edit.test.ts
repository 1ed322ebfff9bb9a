import { expect, test } from 'vitest'
import { bulkEdited } from '../../../../../shared/domain/case/bulk-edit.ts'
import type { CaseRecord } from '../../../../../shared/domain/records/case.ts'

const record = { owner: 'Ana', tags: ['pilot', 'north'] } as unknown as CaseRecord

test('an edit that changes nothing leaves the very same record', () => {
  expect(bulkEdited(record, {})).toBe(record)
  expect(bulkEdited(record, { owner: 'Ana', addTags: ['pilot'], removeTags: ['south'] })).toBe(record)
})

test('tags are added once, removed by name, and the others keep their order', () => {
  expect(bulkEdited(record, { addTags: ['east', 'east'], removeTags: ['pilot'] }).tags).toEqual(['north', 'east'])
})

test('a tag that is both removed and added ends up on the case', () => {
  expect(bulkEdited(record, { addTags: ['pilot'], removeTags: ['pilot'] }).tags).toEqual(['north', 'pilot'])
})

test('each part of an edit is a change by itself', () => {
  expect(bulkEdited(record, { owner: 'Bo' })).toEqual({ ...record, owner: 'Bo' })
  expect(bulkEdited(record, { addTags: ['east'] })).toEqual({ ...record, tags: ['pilot', 'north', 'east'] })
  expect(bulkEdited(record, { removeTags: ['pilot'] })).toEqual({ ...record, tags: ['north'] })
  expect(bulkEdited(record, { addTags: [], removeTags: [] })).toBe(record)
})
