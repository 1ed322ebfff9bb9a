import { describe, expect, test } from 'vitest'
import { validateCrawlerTemplate } from '../../../../../shared/domain/crawler-template/validate.ts'
import { savedInstead, spotless } from '../../../../support/crawler-template-samples.ts'
import { wholeFinding } from '../../../../support/told.ts'

/** The findings of a file as `level code values`, each with a whole sentence. */
const told = (file: Uint8Array | string) =>
  validateCrawlerTemplate(file).findings.map((f) => {
    const { level, code, params } = wholeFinding(f)
    return [level, code.replace('crawler-template.', ''), params]
  })

describe('what is no template is told with what is known of it', () => {
  const line = (what: string, at: number) => [['error', 'foreign-yaml', { what, line: at }]]
  test.each<[string, unknown]>([
    ['Resources:\n  A: *x\n', line('alias', 2)],
    ['a: &x [1]\nb: *x\n', line('anchor', 1)],
    ['Resources:\n  A: &x b\n', line('anchor', 2)],
    ['Resources:\n  <<: {A: b}\n', line('merge', 2)],
    ['Resources: !!binary aGk=\n', line('tag', 1)],
    ['A: b\nResources: !Unheard x\n', line('tag', 2)],
    ['Resources: {}\n---\nResources: {}\n', line('document', 2)],
    ['Resources:\n  A: b\n  ? {a: b}\n  : c\n', line('key', 3)],
    ['Resources:\n  !Ref a: b\n', line('key', 2)],
    ['Resources:\n  &x a: b\n', line('key', 2)],
    ['Resources: {}\nResources: {}\n', [['error', 'duplicate-key', { key: 'Resources', line: 2 }]]],
    ['Resources:\n  A: "\\q"\n  B: c\n', [['error', 'broken', { line: 2 }]]],
    ['Resources:\n  A: [b\n\n\n', [['error', 'truncated', {}]]],
    ['{ : - ]', [['error', 'not-a-template', {}]]],
    ['- a\n- b\n', [['error', 'not-a-template', {}]]],
    ['a: b\n', [['error', 'not-a-template', {}]]],
    ['Resources: text\n', [['error', 'truncated', {}]]],
    [savedInstead.otherStack, [['error', 'other-template', { resources: 1 }]]],
    [`${'a'.repeat(65_537)}`, [['error', 'too-large', { kib: 64 }]]],
    [savedInstead.unknownError, [['error', 's3-error', { code: null }]]],
    ['<Error>\n<Code> Slow </Code></Error>', [['error', 's3-error', { code: 'Slow' }]]],
  ])('%j', (text, findings) => {
    expect(told(text)).toEqual(findings)
  })

  test.each<[readonly number[], string]>([
    [[0x1f, 0x8b, 8], 'gzip'],
    [[0x50, 0x4b, 3, 4], 'zip'],
    [[0x25, 0x50, 0x44, 0x46], 'pdf'],
    [[0x50, 0x41, 0x52, 0x31], 'parquet'],
    [[0x52, 0x07, 0x53], 'binary'],
    [[0x52, 0x7f, 0x53], 'binary'],
  ])('bytes %j: %s', (bytes, kind) => {
    expect(told(Uint8Array.from(bytes))).toEqual([['error', 'binary', { kind }]])
  })

  test.each<[readonly number[], string]>([
    [[0xff, 0xfe, 0x52, 0x00], 'utf-16'],
    [[0xfe, 0xff, 0x00, 0x52], 'utf-16'],
    [[0x52, 0x00, 0x65, 0x00], 'utf-16'],
    [[0x00, 0x52, 0x00, 0x65], 'utf-16'],
    [[0xff, 0x52, 0x65], 'not-utf-8'],
    [[0xfe, 0x52, 0x65], 'not-utf-8'],
    [[0x52, 0xff, 0x65], 'not-utf-8'],
    [[0x52, 0xfe, 0x65], 'not-utf-8'],
    [[0x52, 0x00, 0x65, 0x73], 'binary'],
    [[0x00, 0x52, 0x65, 0x73], 'binary'],
    [[0x00, 0x00, 0x00, 0x00], 'binary'],
    [[0x52, 0x00, 0x00, 0x00], 'binary'],
    [[0x52, 0x65, 0x73, 0x00], 'binary'],
  ])('bytes %j are %s', (bytes, code) => {
    expect(told(Uint8Array.from(bytes))).toMatchObject([['error', code, {}]])
  })

  test('a byte order mark is one only as a whole', () => {
    const bytes = (...start: readonly number[]) => Uint8Array.from([...start, ...new TextEncoder().encode(spotless())])
    expect(told(bytes(0xef, 0xbb, 0xbf))).toEqual([['warning', 'byte-order-mark', {}]])
    expect(told(bytes(0xef, 0xbb, 0xbe))).not.toContainEqual(['warning', 'byte-order-mark', {}])
  })

  test.each([
    ['  \n<!doctype html><a>Sign in</a>', 'sign-in-page'],
    ['<html>SIGN-IN</html>', 'sign-in-page'],
    ['<html>signin</html>', 'sign-in-page'],
    ['<html>Log in</html>', 'sign-in-page'],
    ['<html>login</html>', 'sign-in-page'],
    ['<html>log-in</html>', 'sign-in-page'],
    ['<html>logXin signXin</html>', 'web-page'],
    ['<html><Error></Error></html>', 'web-page'],
    ['<Errors></Errors>', 'web-page'],
    ['<html><ListBucketResult></html>', 'web-page'],
    ['<?xml version="1.0"?><Error ><Code>X Y</Code></Error>', 's3-error'],
    ['<?xml?>\n\n<ListBucketResult xmlns="x">', 'bucket-listing'],
    ['create  external\n table x', 'create-table'],
    ['-- CREATE EXTERNAL TABLE x', 'not-a-template'],
    ['"identity/LineItemId",x', 'report-data'],
    ['x,bill/PayerAccountId', 'report-data'],
    ['bill_payer_account_id', 'cur-2'],
    ['x,"identity_line_item_id",y', 'cur-2'],
    ['x\nidentity/LineItemId', 'not-a-template'],
    ['xbill_payer_account_id', 'not-a-template'],
    ['{"exportName":"x"}', 'cur-2'],
    ['{"reportKeys":[]}', 'manifest'],
    ['{"a":"b"}', 'not-a-template'],
  ])('%j is recognised as %s', (text, code) => {
    expect(told(text)).toMatchObject([['error', code, {}]])
  })
})

describe('a template that is weighed', () => {
  const nested = (depth: number, open: string, close: string) =>
    `Resources: ${open.repeat(depth)}x${close.repeat(depth)}\n`

  test.each([
    ['[', ']'],
    ['{a: ', '}'],
  ])('may have forty brackets of %s within one another, and no more', (open, close) => {
    expect(told(nested(38, open, close))).not.toContainEqual(['error', 'too-complex', {}])
    expect(told(nested(41, open, close))).toEqual([['error', 'too-complex', {}]])
  })

  test('may have any number of brackets side by side, and of lists line by line', () => {
    const sideBySide = `Resources:\n  A: [${'[],{},'.repeat(60)}]\n`
    expect(told(sideBySide)).not.toContainEqual(['error', 'too-complex', {}])
    expect(told(`Resources:\n  A:\n${'    - b\n'.repeat(60)}`)).not.toContainEqual(['error', 'too-complex', {}])
  })

  test('of 41 dashes on one line, or of keys of keys, is too much', () => {
    expect(told(`${'- '.repeat(41)}x\n`)).toEqual([['error', 'too-complex', {}]])
    expect(told(`${'? '.repeat(41)}x\n`)).toEqual([['error', 'too-complex', {}]])
  })
})
