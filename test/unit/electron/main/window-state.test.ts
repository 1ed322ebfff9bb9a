import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepWindowState, placeWindow, readWindowState } from '../../../../electron/main/window-state.ts'

const display = { x: 0, y: 25, width: 1920, height: 1055 }
const left = { x: -1280, y: 0, width: 1280, height: 1024 }
const kept = { bounds: { x: 100, y: 100, width: 900, height: 700 }, maximized: true }

it('opens at first in the middle of the primary display, and no larger than it', () => {
  expect(placeWindow(null, [display])).toEqual({
    bounds: { x: 320, y: 123, width: 1280, height: 860 },
    maximized: false,
  })
  const small = { x: 0, y: 0, width: 1024, height: 700 }
  expect(placeWindow(null, [small]).bounds).toEqual(small)
  expect(placeWindow(null, []).bounds).toMatchObject({ width: 1280, height: 860 })
})

it('opens where it was, on whichever display that is', () => {
  expect(placeWindow(kept, [display])).toBe(kept)
  const onTheLeft = { ...kept, bounds: { ...kept.bounds, x: -1200 } }
  expect(placeWindow(onTheLeft, [display, left])).toBe(onTheLeft)
})

it.each([
  ['on a display that is gone', { x: -1200, y: 100, width: 900, height: 700 }],
  ['with its title bar above the display', { x: 100, y: -20, width: 900, height: 700 }],
  ['with its title bar below the display', { x: 100, y: 1060, width: 900, height: 700 }],
  ['with too little of it to take hold of', { x: 1900, y: 100, width: 900, height: 700 }],
  ['too small to work in', { x: 100, y: 100, width: 10, height: 10 }],
])('comes back to the middle where it would open %s, and stays maximized', (_where, bounds) => {
  const placed = placeWindow({ bounds, maximized: true }, [display])
  expect(placed).toEqual({ bounds: { x: 320, y: 123, width: 1280, height: 860 }, maximized: true })
})

it('always opens where a person can take hold of it', () => {
  const side = fc.integer({ min: -5_000, max: 5_000 })
  const bounds = fc.record({ x: side, y: side, width: side, height: side })
  fc.assert(
    fc.property(bounds, (anywhere) => {
      const { x, y, width } = placeWindow({ bounds: anywhere, maximized: false }, [display]).bounds
      expect(Math.min(x + width, 1920) - Math.max(x, 0)).toBeGreaterThanOrEqual(96)
      expect(y).toBeGreaterThanOrEqual(25)
      expect(y).toBeLessThan(1080)
    }),
  )
})

it('is read as it was kept, and nothing is left beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-'))
  const file = join(folder, 'window.json')
  expect(readWindowState(file)).toBeNull()
  keepWindowState(file, kept)
  expect(readWindowState(file)).toEqual(kept)
  expect(readdirSync(folder)).toEqual(['window.json'])
  for (const text of [
    '',
    '{',
    'null',
    '{}',
    '{"bounds":null,"maximized":true}',
    '{"bounds":{"x":1.5},"maximized":true}',
  ]) {
    writeFileSync(file, text)
    expect(readWindowState(file)).toBeNull()
  }
  rmSync(folder, { recursive: true })
  keepWindowState(file, kept)
  expect(readWindowState(file)).toBeNull()
})
