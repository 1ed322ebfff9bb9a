import { describe, expect, test } from 'vitest'
import { objectAddress, s3Address } from '../../../../../electron/practice/s3/address.ts'

describe('an S3 address', () => {
  test.each([
    ['127.0.0.1', '/', {}],
    ['127.0.0.1', '/b', { bucket: 'b' }],
    ['127.0.0.1', '/b/', { bucket: 'b' }],
    ['127.0.0.1', '/b/k/%20x', { bucket: 'b', key: 'k/ x' }],
    ['localhost', '/b/k//y/', { bucket: 'b', key: 'k//y/' }],
    ['a.b.localhost', '/k', { bucket: 'a.b', key: 'k' }],
    ['b.s3.localhost', '/k', { bucket: 'b', key: 'k' }],
    ['s3.eu-west-1.localhost', '/b/k', { bucket: 'b', key: 'k', region: 'eu-west-1' }],
    ['b.s3.amazonaws.com', '/k', { bucket: 'b', key: 'k' }],
    ['a.b.s3-eu-west-1.amazonaws.com', '/', { bucket: 'a.b', region: 'eu-west-1' }],
    ['s3.cn-north-1.amazonaws.com.cn', '/b/k', { bucket: 'b', key: 'k', region: 'cn-north-1' }],
    ['b.s3.dualstack.us-gov-west-1.amazonaws.com', '/k', { bucket: 'b', key: 'k', region: 'us-gov-west-1' }],
  ])('%s%s', (host, path, expected) => {
    expect(s3Address(host, path)).toEqual(expected)
  })

  test('that is badly encoded is none', () => {
    expect(s3Address('127.0.0.1', '/b/%E0%A4%A')).toBeUndefined()
  })

  test('of an object needs an S3 host and a key', () => {
    expect(objectAddress('https://b.s3.amazonaws.com/a/k.yml')).toEqual({ bucket: 'b', key: 'a/k.yml' })
    const others = [
      'https://b.s3.amazonaws.com/',
      'https://s3.amazonaws.com/b',
      'https://example.com/b/k',
      'ftp://b.s3.amazonaws.com/k',
      'x',
    ]
    for (const url of [...others, 'https://b.s3.amazonaws.com.evil.com/k']) expect(objectAddress(url)).toBeUndefined()
  })
})
