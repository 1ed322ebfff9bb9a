import { expect, it } from 'vitest'
import { cacheControl, contentSecurityPolicy, securityHeaders } from '../../../../../electron/workspace/page/headers.ts'

const directives = (policy: string) => new Map(policy.split('; ').map((part) => [part.split(' ')[0], part]))

it('starts from nothing and names only ourselves', () => {
  const policy = contentSecurityPolicy("'self'")
  expect(policy.startsWith("default-src 'none'; ")).toBe(true)
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:|nonce|sha\d/)
  for (const name of ['script-src', 'style-src', 'font-src', 'img-src', 'connect-src']) {
    expect(directives(policy).get(name)).toBe(`${name} 'self'`)
  }
})

it('closes what default-src does not cover', () => {
  const policy = directives(contentSecurityPolicy("'self'"))
  for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'trusted-types']) {
    expect(policy.get(name)).toBe(`${name} 'none'`)
  }
  expect(policy.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
})

it('differs between the hosts in nothing but the network', () => {
  const [loopback, electron] = [securityHeaders("'self'"), securityHeaders("'none'")]
  expect(electron['Content-Security-Policy']).toContain("connect-src 'none'")
  expect({ ...electron, 'Content-Security-Policy': '' }).toEqual({ ...loopback, 'Content-Security-Policy': '' })
  const without = (policy = '') => policy.replace(/connect-src '\w+'/, '')
  expect(without(electron['Content-Security-Policy'])).toBe(without(loopback['Content-Security-Policy']))
})

it('leaves a page one feature of the browser: to write on the clipboard', () => {
  const policy = securityHeaders("'self'")['Permissions-Policy']?.split(', ') ?? []
  expect(policy.filter((feature) => !feature.endsWith('=()'))).toEqual(['clipboard-write=(self)'])
  for (const feature of [
    'clipboard-read',
    'camera',
    'microphone',
    'geolocation',
    'usb',
    'serial',
    'hid',
    'local-fonts',
  ]) {
    expect(policy).toContain(`${feature}=()`)
  }
})

it('lets a browser keep only what never changes', () => {
  expect(cacheControl(true)).toContain('immutable')
  expect(cacheControl(false)).toBe('no-cache')
})

it('keeps answers from being guessed at, framed, led away from, or read by others', () => {
  expect(securityHeaders("'none'")).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
})
