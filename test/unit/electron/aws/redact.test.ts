import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactAws } from '../../../../electron/aws/redact.ts'

// Keys are put together here, so that the repository itself never holds anything shaped like one.
const accessKey = `AKIA${'IOSFODNN7EXAMPLE'}`
const secretKey = `wJalrXUtnFEMI/K7MDENG${'/bPxRfiCYEXAMPLEKEY'}`
const sessionToken = `IQoJb3JpZ2luX2VjE${'aB3/'.repeat(60)}`
const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N`

describe('redacting what AWS says', () => {
  it.each([
    ['an access key', `The key ${accessKey} is not known.`, accessKey],
    ['a temporary access key', `Credential=ASIA${'IOSFODNN7EXAMPLE'}/20261121`, `ASIA${'IOSFODNN7EXAMPLE'}`],
    ['a secret key by its shape', `tried with ${secretKey} and failed`, secretKey],
    ['a session token', `token ${sessionToken}.`, sessionToken],
    ['a sign-in token', `"accessToken": "${jwt}"`, jwt],
    ['a key of the practice AWS', 'The key PRACTICE123456789012 is not known.', 'PRACTICE123456789012'],
    [
      'an authorization header',
      `AWS4-HMAC-SHA256 Credential=${accessKey}/x, Signature=0123456789abcdef`,
      '0123456789abcdef',
    ],
    [
      'a rejected signature’s canonical request',
      '<CanonicalRequest>GET\nx-amz-security-token:abcdef</CanonicalRequest>',
      'abcdef',
    ],
    [
      'a rejected signature in words',
      `The Canonical String for this request should have been\n'POST\n/\n\nx-amz-security-token:abcdef'`,
      'abcdef',
    ],
  ])('removes %s', (_what, text, secret) => {
    expect(text).toContain(secret)
    expect(redactAws(text)).not.toContain(secret)
  })

  it.each(['X-Amz-Signature=0123abcd', 'X-Amz-Security-Token=IQoJ', 'AWSAccessKeyId=x&Signature=0123abcd'])(
    'removes the whole query of an address that is signed with %s',
    (signature) => {
      const url = `https://acme.s3.amazonaws.com/a/crawler-cfn.yml?X-Amz-Date=20261121T000000Z&${signature}`
      expect(redactAws(`Get ${url} failed.`)).toBe(
        'Get https://acme.s3.amazonaws.com/a/crawler-cfn.yml?[removed] failed.',
      )
    },
  )

  it.each([
    'User: arn:aws:sts::123456789012:assumed-role/Operator/jo is not authorized to perform: cur:DescribeReportDefinitions',
    'Stack with id spotinst-cur-report-crawler does not exist',
    'arn:aws:cloudformation:us-east-1:123456789012:stack/Crawler/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9',
    'https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks',
    's3://spotinst-cur-report-123456789012/spotinst_eco/spotinst-cur-report/crawler-cfn.yml',
    'etag 9e107d9d372bb6826bd81d3542a419d6, sha1 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
  ])('leaves alone what tells no secret: %s', (text) => {
    expect(redactAws(text)).toBe(text)
  })

  it('finds a secret wherever it stands', () => {
    const words = fc.array(fc.stringMatching(/^[a-z .,:()]{0,20}$/), { maxLength: 6 })
    fc.assert(
      fc.property(words, words, fc.constantFrom(accessKey, secretKey, sessionToken, jwt), (before, after, secret) => {
        expect(redactAws([...before, secret, ...after].join(' '))).not.toContain(secret)
      }),
    )
  })

  it('is done the second time', () => {
    const once = redactAws(`${accessKey} ${secretKey} https://a.b/c?X-Amz-Signature=1`)
    expect(redactAws(once)).toBe(once)
  })
})
