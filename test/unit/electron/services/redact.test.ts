import { expect, it } from 'vitest'
import { redact } from '../../../../electron/services/redact.ts'

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

it.each([
  ['an access key', 'denied for AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
  ['a temporary access key', 'denied for ASIAIOSFODNN7EXAMPLE.', 'ASIAIOSFODNN7EXAMPLE'],
  ['a secret key in a file', `aws_secret_access_key = ${secret}`, secret],
  ['a secret key in JSON', `{"secretAccessKey":"${secret}"}`, secret],
  ['a session token', `sessionToken: ${secret}`, secret],
  ['a password', 'password="correct horse"', 'horse'],
  ['a signature in a URL', `https://b.s3.amazonaws.com/k?X-Amz-Date=1&X-Amz-Signature=${secret}`, secret],
  ['an older signature in a URL', `https://b.s3.amazonaws.com/k?AWSAccessKeyId=x&Signature=${secret}`, secret],
  ['a signed header', `AWS4-HMAC-SHA256 Credential=x, Signature=${secret}`, secret],
  ['a cookie', `Cookie: casebook-1=${secret}`, secret],
  [
    'the key to the loopback host',
    `http://127.0.0.1:1/enter/${secret.replaceAll('/', '_')}`,
    secret.replaceAll('/', '_'),
  ],
  ['a template body', 'bad: AWSTemplateFormatVersion: 2010-09-09\nResources:\n  Mine', 'Mine'],
])('takes %s out', (_what, text, gone) => {
  expect(redact(text)).not.toContain(gone)
  expect(redact(text)).toContain('removed]')
})

it('leaves account IDs, ARNs, codes and sentences as they are', () => {
  const text = 'AccessDenied: arn:aws:iam::111122223333:role/reader may not s3:GetObject on spotinst_eco/x.yml'
  expect(redact(text)).toBe(text)
})

it('cuts what is too long for a log', () => {
  expect(redact('x'.repeat(10_000))).toHaveLength(4_001)
})
