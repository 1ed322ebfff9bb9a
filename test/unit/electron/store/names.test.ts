import { describe, expect, it } from 'vitest'
import { isSafeName } from '../../../../electron/store/safe-name.ts'
import { nameKey } from '../../../../shared/domain/search/name-key.ts'

describe('the key of a name', () => {
  it.each([
    ['Åcme', 'acme'],
    [' ACME ', 'acme'],
    ['ﬁne', 'fine'],
    ['Ｗide', 'wide'],
    ['İstanbul', 'istanbul'],
    ['東京', '東京'],
    ['', ''],
  ])('of “%s” is “%s”', (name, key) => expect(nameKey(name)).toBe(key))
})

describe('a name that every system takes', () => {
  it.each([
    'crawler-cfn.yml',
    'SHA256SUMS',
    '2026-11-14_acme_111122223333_C-1.zip',
    '.hidden',
    'ä ö',
    'console',
    'com10',
    'a'.repeat(255),
  ])('may be %s', (name) => expect(isSafeName(name)).toBe(true))

  it.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a:b',
    'a*',
    'a?',
    'a"',
    '<a>',
    'a|b',
    'a.',
    'a ',
    'CON',
    'con.txt',
    'Com1',
    'LPT9.x',
    'com¹',
    'a\u0007',
    'a\u007f',
    'a\ud800',
    'ä'.repeat(128),
  ])('may not be %j', (name) => expect(isSafeName(name)).toBe(false))
})
