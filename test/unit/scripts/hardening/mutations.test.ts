import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mutations } from '../../../../scripts/hardening/mutations.mjs'

const root = new URL('../../../../', import.meta.url)

it.each(mutations)('still applies: $clause in $file', ({ file, from, to, test }) => {
  expect(from).not.toBe(to)
  expect(readFileSync(new URL(file, root), 'utf8').split(from)).toHaveLength(2)
  expect(existsSync(new URL(test, root))).toBe(true)
})

it('names each weakening once', () => {
  const names = mutations.map(({ clause, file }) => `${clause} in ${file}`)
  expect(new Set(names).size).toBe(names.length)
})
