import { describe, expect, it } from 'vitest'
import { admit, type Knock } from '../../../../electron/headless/gate.ts'

const authority = '127.0.0.1:4321'
const knock = (method: string, target: string, headers: Knock['headers'] = {}) =>
  admit({ method, target, headers: { host: [authority], ...headers } }, authority)
const own = { origin: [`http://${authority}`] }

describe('the gate', () => {
  it('knows what a request asks for', () => {
    expect(knock('GET', '/')).toEqual({ to: 'asset', path: '/' })
    expect(knock('HEAD', '/assets/a.js?x')).toEqual({ to: 'asset', path: '/assets/a.js' })
    expect(knock('GET', '/events')).toEqual({ to: 'events' })
    expect(knock('GET', '/enter/abc')).toEqual({ to: 'enter', token: 'abc' })
    expect(knock('POST', '/rpc/case.get', own)).toEqual({ to: 'rpc', name: 'case.get' })
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'get', 'PROPFIND', ''])(
    'lets nobody by with the method “%s” where files are read',
    (method) => {
      expect(knock(method, '/', own)).toMatchObject({ to: 'nowhere', status: 405, allow: 'GET, HEAD' })
      expect(knock(method, '/events', own)).toMatchObject({ to: 'nowhere', status: 405 })
      expect(knock(method, '/enter/abc', own)).toMatchObject({ to: 'nowhere', status: 405 })
    },
  )

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'post'])('runs no operation by “%s”', (method) => {
    const asked = { ...own, 'x-http-method-override': ['POST'] }
    expect(knock(method, '/rpc/case.get', asked)).toMatchObject({ to: 'nowhere', status: 405 })
  })

  it.each([
    '',
    '*',
    'assets/a.js',
    '//attacker.example/',
    `http://${authority}/`,
    '/a b',
    '/ä',
    '/a\u0000',
    'file:///etc',
  ])('takes no target like “%s”', (target) => {
    expect(knock('GET', target)).toMatchObject({ to: 'nowhere', status: 400 })
  })
})
