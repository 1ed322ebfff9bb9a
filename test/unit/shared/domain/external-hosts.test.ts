import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { externalLink } from '../../../../shared/domain/external-hosts.ts'
import { isRefusal } from '../../../../shared/domain/refusal.ts'

const quickCreate =
  'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?templateURL=https%3A%2F%2Fb.s3.amazonaws.com%2Ft.yml&stackName=SpotEcoStack'

describe('a link to the outside', () => {
  it.each([
    quickCreate,
    'https://console.aws.amazon.com/billing/home#/reports',
    'https://us-gov-west-1.console.aws.amazon.com/',
    'https://111122223333-ab12cd34.us-east-1.console.aws.amazon.com/s3/home',
    'https://cn-northwest-1.console.amazonaws.cn/cloudformation/home?region=cn-northwest-1',
    'https://docs.aws.amazon.com/cur/latest/userguide/what-is-cur.html',
    'https://console.spotinst.com/',
    'https://support.spot.io/hc/en-us',
    'https://spot.io/support/',
  ])('is opened as it is: %s', (link) => {
    expect(externalLink(link)).toBe(link)
  })

  it('is opened under the name its host is known by, however it is written', () => {
    expect(externalLink('https://Console.AWS.Amazon.com/billing')).toBe('https://console.aws.amazon.com/billing')
    expect(externalLink('https://spot.io:443')).toBe('https://spot.io/')
  })

  it.each([
    ['plain http', 'http://console.aws.amazon.com/'],
    ['another scheme', 'file:///etc/passwd'],
    ['a script', 'javascript:alert(1)'],
    ['a program', 'ms-msdt:/id'],
    ['no scheme', 'console.aws.amazon.com'],
    ['one slash', 'https:/console.aws.amazon.com/'],
    ['capital letters in the scheme', 'HTTPS://console.aws.amazon.com/'],
    ['an unlisted host', 'https://example.com/'],
    ['a listed name as a part', 'https://console.aws.amazon.com.attacker.example/'],
    ['a listed name as an end', 'https://attackerconsole.aws.amazon.com/'],
    ['a listed name behind a dash', 'https://x-spot.io/'],
    ['a name below a listed one', 'https://bucket.spot.io/'],
    ['a bucket, which anyone can own', 'https://console.aws.amazon.com.s3.amazonaws.com/'],
    ['a host below the console that is no region', 'https://attacker.console.aws.amazon.com/'],
    ['a user name', 'https://console.aws.amazon.com@attacker.example/'],
    ['a user name before a listed host', 'https://attacker.example@console.aws.amazon.com/'],
    ['an empty user name', 'https://@console.aws.amazon.com/'],
    ['a password', 'https://a:b@spot.io/'],
    ['a port', 'https://console.aws.amazon.com:8443/'],
    ['a backslash', 'https://attacker.example\\@console.aws.amazon.com/'],
    ['a backslash, behind which another program may see the host', 'https://spot.io\\@attacker.example/'],
    ['a backslash in the path', 'https://spot.io\\docs'],
    ['a region’s console as a start', 'https://us-east-1.console.aws.amazon.com.attacker.example/'],
    ['a look-alike in Cyrillic', 'https://console.\u0430ws.amazon.com/'],
    ['a look-alike in punycode', 'https://console.xn--ws-7kc.amazon.com/'],
    ['full-width letters', 'https://ｓｐｏｔ.io/'],
    ['a soft hyphen', 'https://spot\u00ad.io/'],
    ['a trailing dot', 'https://spot.io./'],
    ['a line break', 'https://spot.io/\nhttps://attacker.example'],
    ['a tab in the host', 'https://sp\tot.io/'],
    ['a space', 'https://spot.io/ x'],
    ['more than 8,000 characters', `https://spot.io/?${'x'.repeat(8_000)}`],
    ['nothing', ''],
  ])('is refused with %s', (_what, link) => {
    expect(externalLink(link)).toMatchObject({ refused: true, code: 'external.refused' })
  })

  it('never leads to a host that is not of AWS or Spot, whatever stands in it', () => {
    const part = fc.constantFrom(
      'spot.io',
      'console.aws.amazon.com',
      'evil.test',
      '@',
      ':',
      '/',
      '#',
      '?',
      '.',
      '\\',
      '%2f',
      'us-east-1.',
      '[',
      '::1',
    )
    const links = fc.array(part, { maxLength: 6 }).map((parts) => `https://${parts.join('')}`)
    fc.assert(
      fc.property(links, (link) => {
        const opened = externalLink(link)
        if (isRefusal(opened)) return
        expect(new URL(opened).hostname).toMatch(/^(spot\.io|(us-east-1\.)?console\.aws\.amazon\.com)$/)
        expect(new URL(opened).username).toBe('')
      }),
    )
  })
})
