import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildObjectUrl, parseObjectUrl } from '../../../../../shared/domain/values/object-url.ts'
import { noticed, outcomeOf, valueRead } from '../../../../support/parsing.ts'

const KEY = 'spotinst_eco/spotinst-cur-report/crawler-cfn.yml'

describe('an object URL', () => {
  test.each([
    [`https://cris-spotinst-test.s3.amazonaws.com/${KEY}`, null],
    [`https://cris-spotinst-test.s3.us-east-1.amazonaws.com/${KEY}`, 'us-east-1'],
    [`https://cris-spotinst-test.s3-eu-west-1.amazonaws.com/${KEY}`, 'eu-west-1'],
    [`https://cris-spotinst-test.s3.dualstack.us-east-1.amazonaws.com/${KEY}`, 'us-east-1'],
    [`https://s3.amazonaws.com/cris-spotinst-test/${KEY}`, null],
    [`https://s3.us-east-1.amazonaws.com/cris-spotinst-test/${KEY}`, 'us-east-1'],
    [`https://s3-eu-west-1.amazonaws.com/cris-spotinst-test/${KEY}`, 'eu-west-1'],
    [` https://cris-spotinst-test.s3.amazonaws.com/spotinst_eco/spotinst%2Dcur-report/crawler-cfn.yml `, null],
  ])('%j is read', (text, region) => {
    expect(valueRead(parseObjectUrl(text))).toEqual({
      bucket: 'cris-spotinst-test',
      key: KEY,
      region,
      partition: 'aws',
    })
    expect(noticed(parseObjectUrl(text))).toEqual([])
  })

  test('of AWS China is read with its partition', () => {
    const url = `https://cris.s3.cn-north-1.amazonaws.com.cn/${KEY}`
    expect(valueRead(parseObjectUrl(url))).toEqual({
      bucket: 'cris',
      key: KEY,
      region: 'cn-north-1',
      partition: 'aws-cn',
    })
  })

  test.each([
    [`s3://cris-spotinst-test/${KEY}`, 'object-url.from-s3-uri'],
    [
      `https://us-east-1.console.aws.amazon.com/s3/object/cris-spotinst-test?region=us-east-1&prefix=${encodeURIComponent(KEY)}`,
      'object-url.from-console',
    ],
    [`https://s3.console.aws.amazon.com/s3/object/cris-spotinst-test?prefix=${KEY}`, 'object-url.from-console'],
  ])('is understood from %j, and that is said', (text, code) => {
    expect(valueRead(parseObjectUrl(text))).toMatchObject({ bucket: 'cris-spotinst-test', key: KEY })
    expect(noticed(parseObjectUrl(text))).toEqual([code])
  })

  test.each([
    ['', 'object-url.missing'],
    ['crawler-cfn.yml', 'object-url.malformed'],
    [`https://cris.s3.amazonaws.com/a b`, 'object-url.malformed'],
    [`https://cris.s3.amazonaws.com\\@evil.com/a`, 'object-url.malformed'],
    [`http://cris.s3.amazonaws.com/${KEY}`, 'object-url.not-https'],
    [`https://cris.s3.amazonaws.com.evil.com/${KEY}`, 'object-url.not-s3'],
    [`https://evil.com/cris.s3.amazonaws.com/${KEY}`, 'object-url.not-s3'],
    [`https://user@cris.s3.amazonaws.com/${KEY}`, 'object-url.not-s3'],
    [`https://cris.s3.amazonaws.com:443/${KEY}`, 'object-url.not-s3'],
    [`https://cris.s3-website-us-east-1.amazonaws.com/${KEY}`, 'object-url.not-s3'],
    [`https://cris.s3.us-east-1.amazonaws.com.cn/${KEY}`, 'object-url.not-s3'],
    [`https://cris.s3.cn-north-1.amazonaws.com/${KEY}`, 'object-url.not-s3'],
    [`https://CRIS.s3.amazonaws.com/${KEY}`, 'object-url.not-s3'],
    ['https://cris.s3.amazonaws.com/', 'object-url.no-key'],
    ['https://cris.s3.amazonaws.com', 'object-url.no-key'],
    ['https://s3.amazonaws.com/cris', 'object-url.no-key'],
    ['https://cris.s3.amazonaws.com/spotinst_eco/', 'object-url.no-key'],
    [`https://s3.amazonaws.com/Cris/${KEY}`, 'object-url.bad-bucket'],
    [`https://s3.amazonaws.com/known/../evil/x.yml`, 'object-url.bad-path'],
    [`https://cris.s3.amazonaws.com/a/%2e%2E/x.yml`, 'object-url.bad-path'],
    ['https://cris.s3.amazonaws.com/%zz', 'object-url.bad-path'],
    ['https://cris.s3.amazonaws.com/a%0Ab', 'object-url.bad-path'],
    [`https://cris.s3.amazonaws.com/${KEY}?X-Amz-Signature=abc`, 'object-url.has-query'],
    [`https://cris.s3.amazonaws.com/${KEY}#top`, 'object-url.has-query'],
    ['https://us-east-1.console.aws.amazon.com/s3/buckets/cris', 'object-url.is-console'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseObjectUrl(text))).toBe(code)
  })

  test('built from bucket, key and region reads back as them', () => {
    const buckets = fc.stringMatching(/^[a-z0-9]{3,20}(-[a-z0-9]{1,10})?$/)
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 10 })
      .filter((s) => s.isWellFormed() && !/[/\p{Cc}]|^\.{1,2}$/u.test(s))
    const regions = fc.constantFrom('us-east-1', 'eu-central-1', 'cn-north-1', 'us-gov-west-1')
    fc.assert(
      fc.property(buckets, fc.array(segment, { minLength: 1, maxLength: 4 }), regions, (bucket, path, region) => {
        const key = path.join('/')
        expect(valueRead(parseObjectUrl(buildObjectUrl(bucket, key, region)))).toMatchObject({ bucket, key, region })
      }),
    )
  })

  test('of a bucket with dots is built in path style, which its certificate covers', () => {
    expect(buildObjectUrl('my.reports', 'a/b c.yml', 'us-east-1')).toBe(
      'https://s3.us-east-1.amazonaws.com/my.reports/a/b%20c.yml',
    )
  })
})
