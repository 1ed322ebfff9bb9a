import { expect, it } from 'vitest'
import { type KeyId, keyEntry, keyMap, MOD_KEY } from '../../../../shared/text/keys.ts'

const entries = (Object.keys(keyMap) as KeyId[]).map((id) => ({ id, ...keyEntry(id) }))

it('gives no keys twice', () => {
  const keys = entries.flatMap(({ keys: own }) => (own ? [own.join(' ')] : []))
  expect(new Set(keys).size).toBe(keys.length)
})

it('lets no single key be the first of a chord of keys, or the chord could not be typed', () => {
  const single = new Set(entries.flatMap(({ keys = [] }) => (keys.length === 1 ? keys : [])))
  const chords = entries.flatMap(({ keys = [] }) => (keys.length > 1 && keys[0] !== MOD_KEY ? [keys] : []))
  expect(chords.length).toBeGreaterThan(0)
  expect(chords.filter(([first]) => single.has(first ?? ''))).toEqual([])
})

it('writes accelerators as Electron reads them', () => {
  const accelerators = entries.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []))
  expect(accelerators.length).toBeGreaterThan(0)
  for (const accelerator of accelerators) expect(accelerator).toMatch(/^CmdOrCtrl\+(?:Shift\+)?(?:[A-Z0-9,])$/)
})
