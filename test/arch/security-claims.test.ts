import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from './source-files.ts'

interface Claim {
  readonly file: string
  readonly title: string
}

/** The tests that a page names: a path in backquotes, followed by titles in quotes, which may hold quotes themselves. */
function claimsOf(text: string): Claim[] {
  const claims: Claim[] = []
  for (const [, file = '', titles = ''] of text.matchAll(/`(test\/[^`]+\.ts)` ((?:“(?:[^“”]|“[^“”]*”)*”(?:, )?)+)/g)) {
    for (const [quoted] of titles.matchAll(/“(?:[^“”]|“[^“”]*”)*”/g)) claims.push({ file, title: quoted.slice(1, -1) })
  }
  return claims
}

function missing({ file, title }: Claim): string[] {
  if (!existsSync(root + file)) return [`${file} is not there`]
  return readFileSync(root + file, 'utf8').includes(title) ? [] : [`${file} has no test “${title}”`]
}

describe('SECURITY.md', () => {
  const text = readFileSync(`${root}SECURITY.md`, 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| claim'))

  it('names a test for every claim', () => {
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter((row) => claimsOf(row).length === 0)).toEqual([])
  })

  it('names only tests that are there', () => {
    expect(claimsOf(text).flatMap(missing)).toEqual([])
  })

  it('would be caught with a test that is gone', () => {
    const claims = claimsOf('`test/arch/security-claims.test.ts` “names a test for every claim”, “a “%s” that is gone”')
    expect(claims.map(({ title }) => title)).toEqual([
      'names a test for every claim',
      ['a “%s” that is', 'gone'].join(' '),
    ])
    expect(missing({ file: 'test/arch/gone.test.ts', title: '' })).toHaveLength(1)
    expect(missing({ file: 'test/arch/security-claims.test.ts', title: ['not', 'here'].join(' ') })).toHaveLength(1)
  })
})
