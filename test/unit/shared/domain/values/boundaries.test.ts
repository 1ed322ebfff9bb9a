import { describe, expect, test } from 'vitest'
import type { Parsed } from '../../../../../shared/domain/parsed.ts'
import { parseAccountId } from '../../../../../shared/domain/values/account-id.ts'
import { accountsOf, parseAccountList } from '../../../../../shared/domain/values/account-list.ts'
import { parseBucket, suggestBillingBucket } from '../../../../../shared/domain/values/bucket.ts'
import { parseContactEmail } from '../../../../../shared/domain/values/contact-email.ts'
import { parseDisplayName } from '../../../../../shared/domain/values/display-name.ts'
import { buildObjectUrl, parseObjectUrl } from '../../../../../shared/domain/values/object-url.ts'
import { parseOrgId, parseOrgIds } from '../../../../../shared/domain/values/org-id.ts'
import { parsePrefix } from '../../../../../shared/domain/values/prefix.ts'
import { parseProducts } from '../../../../../shared/domain/values/products.ts'
import { defaultRegion, parseRegion, partitionOf } from '../../../../../shared/domain/values/region.ts'
import { parseReportName } from '../../../../../shared/domain/values/report-name.ts'
import { parseRoleArn, parseRoleArns } from '../../../../../shared/domain/values/role-arn.ts'
import { parseStackName } from '../../../../../shared/domain/values/stack-name.ts'
import { isSpotAccountId, isSpreadsheetNumber, shown, tidy } from '../../../../../shared/domain/values/typed-text.ts'
import { noticed, outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

const ROLE = 'arn:aws:iam::111122223333:role/Spot'

describe('a value is taken up to its limit, and refused beyond it', () => {
  test.each<[string, (text: string) => Parsed<unknown>, string, string]>([
    ['a bucket of 63', parseBucket, 'b'.repeat(63), 'ok'],
    ['a bucket of 64', parseBucket, 'b'.repeat(64), 'bucket.too-long'],
    ['a bucket of 3', parseBucket, 'abc', 'ok'],
    ['a bucket of 2', parseBucket, 'ab', 'bucket.too-short'],
    ['a bucket that ends like an address', parseBucket, 'a1.2.3.4', 'ok'],
    ['a bucket that begins like an address', parseBucket, '1.2.3.4a', 'ok'],
    ['a bucket like an address', parseBucket, '192.168.5.4', 'bucket.ip-address'],
    ['a bucket with a capital behind a sign', parseBucket, '_Abc', 'bucket.illegal-character'],
    ['a bucket with a capital before a sign', parseBucket, 'Abc_', 'bucket.illegal-character'],
    ['a bucket named in the middle of a text', parseBucket, 'see-s3://abc', 'bucket.illegal-character'],
    ['a name of 200', parseDisplayName, 'x'.repeat(200), 'ok'],
    ['a name of 201', parseDisplayName, 'x'.repeat(201), 'name.too-long'],
    ['a report name of 256', parseReportName, 'x'.repeat(256), 'ok'],
    ['a report name of 257', parseReportName, 'x'.repeat(257), 'report-name.too-long'],
    ['a report name of dots', parseReportName, '...', 'report-name.only-dots'],
    ['a report name with dots at its end', parseReportName, 'a..', 'ok'],
    ['a report name with dots before it', parseReportName, '..a', 'ok'],
    ['a prefix of 256', (text) => parsePrefix(text), 'x'.repeat(256), 'ok'],
    ['a prefix of 257', (text) => parsePrefix(text), 'x'.repeat(257), 'prefix.too-long'],
    ['a pasted path of 1024', (text) => parsePrefix(text), `${'/'.repeat(1023)}x`, 'ok'],
    ['a pasted path of 1025', (text) => parsePrefix(text), `${'/'.repeat(1024)}x`, 'prefix.too-long'],
    ['a prefix with a folder of dots', (text) => parsePrefix(text), 'a/../b', 'prefix.dot-folder'],
    ['a prefix with dots in its folders', (text) => parsePrefix(text), '.a/b./c.d', 'ok'],
    ['an e-mail address of 254', parseContactEmail, `a@${'b.'.repeat(124)}long`, 'ok'],
    ['an e-mail address of 255', parseContactEmail, `a@${'b.'.repeat(124)}longe`, 'contact-email.malformed'],
    ['an e-mail address with a letter for a host', parseContactEmail, 'a@b.example', 'ok'],
    ['an e-mail address with a dash in its top', parseContactEmail, 'a@b.xn--p1ai', 'ok'],
    ['an e-mail address with a sign in its top', parseContactEmail, 'a@b.c_d', 'contact-email.malformed'],
    [
      'an e-mail address with a mark that turns the text',
      parseContactEmail,
      'a\u202Eb <a@b.example>',
      'contact-email.malformed',
    ],
    ['an e-mail address with words after it', parseContactEmail, 'Ana <a@b.example> x', 'contact-email.malformed'],
    ['an e-mail address within another', parseContactEmail, '<<a@b.example>', 'contact-email.malformed'],
    ['an e-mail address with an inner mailto', parseContactEmail, 'x:mailto:a@b.example', 'contact-email.malformed'],
    ['an Org ID of 6 digits', parseOrgId, '606606', 'ok'],
    ['an Org ID of 5 digits', parseOrgId, '60660', 'org-id.is-flexera'],
    ['an Org ID of 16 digits', parseOrgId, '6'.repeat(16), 'org-id.malformed'],
    ['an Org ID with an inner apostrophe', parseOrgId, "606'606606606", 'org-id.malformed'],
    ['an account with an inner apostrophe', parseAccountId, "1111'22223333", 'account-id.not-digits'],
    ['a region with a zone', parseRegion, 'us-east-1a', 'region.is-zone'],
    ['a region behind a sign and a zone', parseRegion, 'x us-east-1a', 'region.malformed'],
    ['a zone with more behind it', parseRegion, 'us-east-1ab', 'region.malformed'],
    ['words that end in a zone', parseRegion, 'mars-1a', 'region.malformed'],
    ['two regions', parseRegion, 'us-east-1 eu-west-1', 'region.malformed'],
    ['a role with a path', parseRoleArn, 'arn:aws:iam::111122223333:role/a/b/Spot', 'ok'],
    ['a role of a service', parseRoleArn, 'arn:aws:sts::111122223333:role/Spot', 'role-arn.not-a-role'],
    ['a role of a region', parseRoleArn, 'arn:aws:iam:us-east-1:111122223333:role/Spot', 'role-arn.not-a-role'],
    ['a user', parseRoleArn, 'arn:aws:iam::111122223333:user/Spot', 'role-arn.not-a-role'],
    ['a role of 13 digits', parseRoleArn, 'arn:aws:iam::1111222233334:role/Spot', 'role-arn.bad-account'],
    ['a role of a letter and 12 digits', parseRoleArn, 'arn:aws:iam::x111122223333:role/Spot', 'role-arn.bad-account'],
    ['a role with a blank in its path', parseRoleArn, 'arn:aws:iam::111122223333:role/a b/Spot', 'role-arn.bad-name'],
    ['a role whose name has a sign', parseRoleArn, 'arn:aws:iam::111122223333:role/Sp!ot', 'role-arn.bad-name'],
    ['a role with words before it', parseRoleArn, `x${ROLE}`, 'role-arn.malformed'],
    ['a stack name of 128', parseStackName, 'S'.repeat(128), 'ok'],
    ['a stack name of 129', parseStackName, 'S'.repeat(129), 'stack-name.too-long'],
  ])('%s', (_, parse, text, outcome) => {
    expect(outcomeOf(parse(text))).toBe(outcome)
  })
})

describe('what stands around and between values is taken off', () => {
  test.each<[string, (text: string) => Parsed<unknown>, string, unknown]>([
    ['an apostrophe before an account', parseAccountId, "'111122223333", '111122223333'],
    ['an apostrophe before an Org ID', parseOrgId, "'606606606606", '606606606606'],
    ['signs and blanks between Org IDs', parseOrgIds, '606606606606 ,; 707707707707', ['606606606606', '707707707707']],
    ['signs between accounts', parseAccountList, '111122223333,;\n444455556666', '111122223333,444455556666'],
    ['blanks between accounts', parseAccountList, '111122223333  444455556666', '111122223333,444455556666'],
    ['commas between products', parseProducts, 'eco,,;eco', 'eco'],
    ['brackets around a region', parseRegion, 'US East (N. Virginia) [us-east-1]', 'us-east-1'],
    ['blanks around an address', parseContactEmail, 'Ana < a@b.example >', 'a@b.example'],
    [
      'signs between roles',
      (text) => parseRoleArns(text, {}),
      `${ROLE},, ;; arn:aws:iam::111122223333:role/Other,`,
      [ROLE, 'arn:aws:iam::111122223333:role/Other'],
    ],
    ['no-break blanks between words', parseDisplayName, 'Acme\u00A0Foods', 'Acme Foods'],
  ])('%s', (_, parse, text, value) => {
    expect(valueRead(parse(text))).toEqual(value)
  })

  test('and repeated roles are said once', () => {
    expect(noticed(parseRoleArns(`${ROLE} ${ROLE} ${ROLE}`, {}))).toEqual(['role-arn.repeated'])
    expect(noticed(parseRoleArns(ROLE, {}))).toEqual([])
  })

  test('accounts are taken up to what a parameter holds', () => {
    const list = (count: number) => Array.from({ length: count }, (_, n) => String(100_000_000_000 + n)).join()
    const fits = [...Array(400).keys()].findLast((count) => outcomeOf(parseAccountList(list(count))) === 'ok') ?? 0
    expect(list(fits).length).toBeLessThanOrEqual(4_096)
    expect(list(fits + 1).length).toBeGreaterThan(4_096)
    expect(accountsOf(list(2))).toHaveLength(2)
  })
})

describe('a suggestion is a name that would be taken', () => {
  test.each([
    ['my report / 2026', 'my-report-2026'],
    ['/eco/', 'eco'],
    ['Ü', 'spotinst-cur-report'],
    ['a  b', 'a-b'],
  ])('for the report %j: %s', (text, suggestion) => {
    const read = parseReportName(text)
    expect(read.ok ? null : read.refusal.params.suggestion).toBe(suggestion)
  })

  test.each([
    ['my  eco stack', 'myEcoStack'],
    ['my__eco', 'my-eco'],
  ])('for the stack %j: %s', (text, suggestion) => {
    const read = parseStackName(text)
    expect(read.ok ? null : read.refusal.params.suggestion).toBe(suggestion)
    expect(remedyOf(read)).toContain(suggestion)
  })

  test('for Billing Engine’s bucket has the account in it', () => {
    expect(suggestBillingBucket('111122223333')).toBe('spot-billing-engine-111122223333')
  })
})

describe('a bucket of an account and a region', () => {
  test.each([
    ['eco-111122223333-us-east-1-an', ['bucket.account-regional']],
    ['eco-111122223333-us-east-10-an', ['bucket.account-regional']],
    ['eco-111122223333-us-middle-1-an', ['bucket.account-regional-form']],
    ['eco-us-east-1-an', ['bucket.account-regional-form']],
    ['eco-111122223333-us-east-1-ans', []],
    ['eco-an', ['bucket.account-regional-form']],
  ])('is known by its form: %s', (bucket, codes) => {
    expect(noticed(parseBucket(bucket))).toEqual(codes)
  })
})

describe('the address of an object', () => {
  test.each<[string, object]>([
    ['s3://eco/a/b.yml', { bucket: 'eco', key: 'a/b.yml', region: null, partition: 'aws' }],
    ['https://eco.s3.us-east-10.amazonaws.com/a', { bucket: 'eco', key: 'a', region: 'us-east-10', partition: 'aws' }],
    ['https://s3.amazonaws.com/eco/a', { bucket: 'eco', key: 'a', region: null, partition: 'aws' }],
    [
      'https://cn-north-1.console.amazonaws.cn/s3/object/eco?prefix=a',
      { bucket: 'eco', key: 'a', region: null, partition: 'aws-cn' },
    ],
    [
      'https://us-east-1.console.aws.amazon.com/s3/object/eco?region=us-east-1&prefix=a',
      { bucket: 'eco', key: 'a', region: 'us-east-1', partition: 'aws' },
    ],
    [
      'https://us-east-1.console.aws.amazon.com/s3/object/eco?region=mars&prefix=a',
      { bucket: 'eco', key: 'a', region: null, partition: 'aws' },
    ],
  ])('%s', (url, place) => {
    expect(valueRead(parseObjectUrl(url))).toEqual(place)
  })

  test.each([
    ['x s3://eco/a', 'object-url.malformed'],
    ['xs3://eco/a', 'object-url.not-https'],
    ['-https://eco.s3.amazonaws.com/a', 'object-url.malformed'],
    ['https://eco.s3.us-middle-1.amazonaws.com/a', 'object-url.not-s3'],
    ['https://eco.s3.cn-north-1.amazonaws.com/a', 'object-url.not-s3'],
    ['https://eco.s3.amazonaws.com/./a', 'object-url.bad-path'],
    ['https://eco.s3.amazonaws.com/', 'object-url.no-key'],
    ['https://s3.amazonaws.com/eco/', 'object-url.no-key'],
    ['https://s3.amazonaws.com/', 'object-url.bad-bucket'],
    ['https://us-east-1.console.aws.amazon.com/s3/object/eco', 'object-url.is-console'],
    ['https://us-east-1.console.aws.amazon.com/s3/buckets/eco?prefix=a', 'object-url.is-console'],
    ['https://us-east-1.console.aws.amazon.com/x/s3/object/eco?prefix=a', 'object-url.is-console'],
    ['https://us-east-1.console.aws.amazon.com/s3/object/eco/x?prefix=a', 'object-url.is-console'],
    ['https://us-east-1.console.aws.amazon.com.evil.example/s3/object/eco?prefix=a', 'object-url.has-query'],
  ])('%s is refused: %s', (url, code) => {
    expect(outcomeOf(parseObjectUrl(url))).toBe(code)
  })

  test('of a bucket with dots has the bucket in its path', () => {
    expect(buildObjectUrl('a.b', 'c', 'us-east-1')).toBe('https://s3.us-east-1.amazonaws.com/a.b/c')
    expect(buildObjectUrl('ab', 'c', 'us-east-1')).toBe('https://ab.s3.us-east-1.amazonaws.com/c')
  })
})

describe('a prefix as it is pasted', () => {
  test.each<[string, string | undefined, string, readonly string[]]>([
    ['s3://eco-bucket', 'daily', '', ['prefix.bucket-dropped', 'prefix.blank']],
    ['date-range', 'daily', '', ['prefix.date-range-dropped', 'prefix.blank']],
    ['eco/daily/date-range', undefined, 'eco', ['prefix.date-range-dropped', 'prefix.report-dropped']],
    ['eco/other/date-range', 'daily', 'eco/other', ['prefix.date-range-dropped', 'prefix.other-report']],
    ['eco/crawler-cfn (1).yml', 'daily', 'eco', ['prefix.file-dropped']],
    ['eco/my-crawler-cfn.yml', 'daily', 'eco/my-crawler-cfn.yml', []],
    ['eco/crawler-cfn.ymls', 'daily', 'eco/crawler-cfn.ymls', []],
    ['/eco', 'daily', 'eco', ['prefix.slashes-dropped']],
  ])('%j of the report %s', (text, report, prefix, codes) => {
    const read = parsePrefix(text, report)
    expect(valueRead(read)).toBe(prefix)
    expect(noticed(read)).toEqual(codes)
  })
})

describe('a text that is quoted or told apart', () => {
  test.each([
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(79)}…`],
    ['x'.repeat(500), `${'x'.repeat(79)}…`],
  ])('has at most 80 characters: %j', (text, quoted) => {
    expect(shown(text)).toBe(quoted)
  })

  test('loses what cannot be seen, and keeps its blanks', () => {
    expect(tidy('\uFEFF a\u00A0b\u202Fc\u2007d\u200B ')).toBe('a b c d')
  })

  test.each([
    ['1.23457E+11', true],
    ['1,23457e11', true],
    ['1E11', true],
    ['12E11', false],
    ['x1E11', false],
    ['1E112', false],
    ['1E11x', false],
    ['1.E11', false],
  ])('%s is a rounded number: %s', (text, is) => {
    expect(isSpreadsheetNumber(text)).toBe(is)
  })

  test.each([
    ['act-1234abcd', true],
    ['ACT-1234ABCD', true],
    ['act-1234abcde', false],
    ['xact-1234abcd', false],
    ['act-1234abc', false],
  ])('%s is a Spot account: %s', (text, is) => {
    expect(isSpotAccountId(text)).toBe(is)
  })

  test('a region says its partition by how it begins', () => {
    expect(['cn-north-1', 'us-gov-west-1', 'us-east-1', 'x-us-gov-1'].map(partitionOf)).toEqual([
      'aws-cn',
      'aws-us-gov',
      'aws',
      'aws',
    ])
    expect([defaultRegion('aws'), defaultRegion('aws-cn')]).toEqual(['us-east-1', 'cn-northwest-1'])
  })
})
