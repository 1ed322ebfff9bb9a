import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pathsIn, root, sourceFiles } from './source-files.ts'

const longest = 320
// In brackets, so that this file does not hold the words itself.
const leftovers = /\b(TO[D]O|FIX[M]E)\b/

describe('the house rules', () => {
  it(`keep every source file within ${longest} lines`, () => {
    const files = sourceFiles(/\.(tsx?|css|html)$/)
    expect(files.length).toBeGreaterThan(0)
    const long = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    expect(long.filter(({ lines }) => lines > longest)).toEqual([])
  })

  it('leave nothing to be done in a comment', () => {
    const paths = pathsIn().filter((path) => !/(^package-lock\.json|\.(png|ico|icns|woff2|zip|gz))$/.test(path))
    expect(paths).toContain('test/arch/house-rules.test.ts')
    expect(paths.filter((path) => leftovers.test(readFileSync(root + path, 'utf8')))).toEqual([])
  })

  it('know a leftover when they see one', () => {
    expect(['// TO', 'DO: later'].join('')).toMatch(leftovers)
    expect(['/* FIX', 'ME */'].join('')).toMatch(leftovers)
    expect('a step that is to do').not.toMatch(leftovers)
  })
})
