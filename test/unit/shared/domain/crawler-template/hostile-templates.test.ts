import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { crawlerTemplate } from '../../../../support/crawler-template-samples.ts'
import { codesOf } from '../../../../support/parsing.ts'

const SIZE = 65_536
const fill = (text: string) => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE)
const foreign = ['crawler-template.foreign-yaml']
const complex = ['crawler-template.too-complex']

/** Each is refused by what it is; that none takes long is measured by the long run of the mutations. */
describe('a hostile file', () => {
  test.each([
    ['an alias', 'a: &x [1]\nb: *x\n', foreign],
    ['an anchor alone', 'Resources: &x\n  A: b\n', foreign],
    ['a merge key', 'Resources:\n  <<: {A: b}\n', foreign],
    ['a tag of another language', 'Resources: !!js/function "function () {}"\n', foreign],
    ['a tag that YAML knows and CloudFormation does not', 'Resources: !!binary aGk=\n', foreign],
    ['a tag remapped to a CloudFormation one', '%TAG ! tag:evil,2026:\n---\nResources: !Ref x\n', foreign],
    ['a second document', 'Resources: {}\n---\nResources: {}\n', foreign],
    ['a map as a key', 'Resources:\n  ? {a: b}\n  : c\n', foreign],
    ['a tagged key', 'Resources:\n  !Ref a: b\n', foreign],
    ['a duplicate key', 'Resources: {}\nResources: {}\n', ['crawler-template.duplicate-key']],
    [
      'billions of laughs',
      `a: &a [x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [${'*a,'.repeat(9)}*a]`).join('\n')}`,
      foreign,
    ],
    ['brackets without end', fill('['), complex],
    ['braces without end', fill('{'), complex],
    ['lists within lists', fill('- '), complex],
    ['keys within keys', fill('? '), complex],
    ['deep indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), complex],
    ['many keys', fill('key: value\n'), complex],
    ['many commas', fill('[,'), complex],
    ['many bad escapes', `"${fill('\\x')}`.slice(0, SIZE), complex],
    ['more than 64 KiB', `${crawlerTemplate()}${fill('# padding\n')}`, ['crawler-template.too-large']],
  ])('of %s is refused', (_, text, codes) => {
    const report = validateCrawlerTemplate(text)
    expect(report.ok).toBe(false)
    expect(codesOf(report.findings)).toEqual(codes)
  })

  test('that names JavaScript’s own properties reaches none of them', () => {
    const text = crawlerTemplate().replace(
      'Resources:\n',
      'Resources:\n  __proto__:\n    polluted: yes\n  constructor:\n    Type: x\n',
    )
    const report = validateCrawlerTemplate(text)
    expect(codesOf(report.findings).filter((code) => code === 'crawler-template.resource-added')).toHaveLength(2)
    expect(report.resources).toContain('__proto__')
    expect('polluted' in {}).toBe(false)
  })

  test('of many megabytes is looked at no further than its first 64 KiB', () => {
    const bytes = new Uint8Array(50_000_000).fill(0x20)
    expect(codesOf(validateCrawlerTemplate(bytes).findings)).toEqual(['crawler-template.too-large'])
  })
})
