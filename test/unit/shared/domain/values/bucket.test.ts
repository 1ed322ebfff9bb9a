import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountRegionalOwner, parseBucket, suggestBucket } from '../../../../../shared/domain/values/bucket.ts'
import { noticed, outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

describe('a bucket name', () => {
  test.each([
    ['spotinst-cur-report', []],
    ['cris-spotinst-test', []],
    ['spotinst-cur-report-111122223333', []],
    ['abc', []],
    ['1'.repeat(63), []],
    ['my.reports', ['bucket.dots']],
    ['192.168.5.4x', ['bucket.dots']],
    ['cur-111122223333-us-east-1-an', ['bucket.account-regional']],
    ['company-an', ['bucket.account-regional-form']],
  ])('%j is accepted, noticing %j', (name, findings) => {
    const result = parseBucket(name)
    expect(valueRead(result)).toBe(name)
    expect(noticed(result)).toEqual(findings)
  })

  test.each([
    ['', 'bucket.missing'],
    ['ab', 'bucket.too-short'],
    ['a'.repeat(64), 'bucket.too-long'],
    ['Spotinst-CUR', 'bucket.upper-case'],
    ['spot_cur', 'bucket.illegal-character'],
    ['spot cur', 'bucket.illegal-character'],
    ['spöt', 'bucket.illegal-character'],
    ['-spot', 'bucket.bad-end'],
    ['spot-', 'bucket.bad-end'],
    ['.spot', 'bucket.bad-end'],
    ['spot.', 'bucket.bad-end'],
    ['spot..cur', 'bucket.double-dot'],
    ['192.168.5.4', 'bucket.ip-address'],
    ['xn--spot', 'bucket.reserved-prefix'],
    ['sthree-configurator', 'bucket.reserved-prefix'],
    ['amzn-s3-demo-bucket', 'bucket.reserved-prefix'],
    ['spot-s3alias', 'bucket.reserved-suffix'],
    ['spot--ol-s3', 'bucket.reserved-suffix'],
    ['spot.mrap', 'bucket.reserved-suffix'],
    ['spot--x-s3', 'bucket.reserved-suffix'],
    ['spot--table-s3', 'bucket.reserved-suffix'],
  ])('%j is refused: %s', (name, code) => {
    expect(outcomeOf(parseBucket(name))).toBe(code)
  })

  test.each([
    ['s3://cris-spotinst-test/spotinst_eco/', 'cris-spotinst-test'],
    ['s3://cris-spotinst-test', 'cris-spotinst-test'],
    ['arn:aws:s3:::cris-spotinst-test/*', 'cris-spotinst-test'],
    ['arn:aws-cn:s3:::cris-spotinst-test', 'cris-spotinst-test'],
  ])('is taken out of %j, and that is said', (text, bucket) => {
    expect(valueRead(parseBucket(text))).toBe(bucket)
    expect(noticed(parseBucket(text))).toEqual(['bucket.from-address'])
  })

  test('in capitals is offered in lower case', () => {
    expect(remedyOf(parseBucket('Spotinst-CUR'))).toContain('spotinst-cur')
  })

  test('is suggested from the account, and the suggestion is always a legal name', () => {
    expect(suggestBucket('111122223333')).toBe('spotinst-cur-report-111122223333')
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{12}$/),
        (id) => valueRead(parseBucket(suggestBucket(id))) === suggestBucket(id),
      ),
    )
  })

  test('of the account-regional kind names account and region; others do not', () => {
    expect(accountRegionalOwner('cur-111122223333-us-east-1-an')).toEqual({
      account: '111122223333',
      region: 'us-east-1',
    })
    expect(accountRegionalOwner('cur-111122223333-mars-north-1-an')).toBeNull()
    expect(accountRegionalOwner('cur-11112222333-us-east-1-an')).toBeNull()
  })

  test('once accepted is accepted again unchanged', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.-]{1,66}$/), (text) => {
        const first = parseBucket(text)
        expect(!first.ok || valueRead(parseBucket(first.value)) === first.value).toBe(true)
        expect(!first.ok || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(first.value)).toBe(true)
      }),
    )
  })
})
