import { describe, expect, test } from 'vitest'
import { type BuiltFile, bytesOf, loadedAtStart, ofPage, zipped } from '../../support/built-files.ts'

/**
 * What each program may load before anybody asked for anything: about a tenth more than it did when the limit was last
 * set. Whoever needs more raises it here, and says in the commit what for; most often the new part can be loaded later,
 * by import() (renderer/app/later-screens.ts).
 */
const AT_START = {
  'cli/main.mjs': { bytes: 2_550_000, files: 8 },
  'headless/host.mjs': { bytes: 2_450_000, files: 8 },
  'main/main.mjs': { bytes: 2_450_000, files: 8 },
  'preload/preload.cjs': { bytes: 4_300, files: 1 },
} as const

const PAGE = { js: 835_000, zippedJs: 280_000, files: 40, css: 82_000 } as const

/** What must not be loaded before the page shows something, by the names of its files. */
const LATER =
  /settings-screen|exchange-screen|dossier-screen|reports?-|templates-screen|scenarios-screen|checks-screen|changes-screen|data-screen/

describe.each(Object.entries(AT_START))('%s', (entry, limit) => {
  test('loads no more at start than it did', () => {
    const files = loadedAtStart(entry)
    demandWithin(`${entry} loads`, sum(files), limit.bytes, files)
    expect(files.length, `${entry} loads these files: ${names(files)}`).toBeLessThanOrEqual(limit.files)
  })
})

describe('the page', () => {
  const scripts = loadedAtStart(...ofPage('js'))

  test('starts with no more than it did', () => {
    expect(scripts.length).toBeGreaterThan(0)
    demandWithin('The page loads', sum(scripts), PAGE.js, scripts)
    expect(scripts.length, `The page loads these files: ${names(scripts)}`).toBeLessThanOrEqual(PAGE.files)
    const packed = zipped(scripts.map(({ path }) => path))
    expect(packed, `Zipped, the scripts of the page grew over ${PAGE.zippedJs} bytes.`).toBeLessThanOrEqual(
      PAGE.zippedJs,
    )
    expect(bytesOf(ofPage('css')), `The styles of the page grew over ${PAGE.css} bytes.`).toBeLessThanOrEqual(PAGE.css)
  })

  test('leaves to later what nobody needs to begin the day', () => {
    const early = scripts.filter(({ name }) => LATER.test(name))
    expect(early, `These are loaded at once: ${names(early)}`).toEqual([])
  })
})

function demandWithin(what: string, bytes: number, limit: number, files: readonly BuiltFile[]): void {
  const grown = `${what} ${bytes.toLocaleString('en')} bytes at start, over the limit of ${limit.toLocaleString('en')}; largest first: ${names(files)}`
  expect(bytes <= limit, grown).toBe(true)
  // A limit that is far above what is there watches nothing.
  expect(bytes * 1.5 >= limit, `${what} only ${bytes} bytes at start: lower its limit of ${limit}.`).toBe(true)
}

function sum(files: readonly BuiltFile[]): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0)
}

function names(files: readonly BuiltFile[]): string {
  return files
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => `${name} ${bytes.toLocaleString('en')}`)
    .join(', ')
}
