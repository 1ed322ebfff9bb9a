/** What a request asks for, once it may ask at all. */
export type Route =
  | { readonly to: 'enter'; readonly token: string }
  | { readonly to: 'rpc'; readonly name: string }
  | { readonly to: 'events' }
  | { readonly to: 'asset'; readonly path: string }

export type Turned = { readonly to: 'nowhere'; readonly status: 400 | 403 | 405 | 421; readonly allow?: string }

export interface Knock {
  readonly method: string
  /** The request target as it stands in the request line. */
  readonly target: string
  /** Every value of every header, by lower-case name. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>
}

/**
 * Decides whether a request may come in at all, before anything else looks at it, and what it asks for.
 *
 * The name in Host must be exactly ours, so that a foreign name made to point here (DNS rebinding) reaches nothing.
 * Origin and Sec-Fetch-Site, where the browser sends them, must say that our own page asks, or the person; pages on
 * other ports of this machine are the same site but not the same origin, and stay outside.
 */
export function admit(knock: Knock, authority: string): Route | Turned {
  if (!isOnly(knock.headers.host, authority)) return { to: 'nowhere', status: 421 }
  if (!isFromHere(knock, authority)) return { to: 'nowhere', status: 403 }
  if (!/^\/(?!\/)[!-~]*$/.test(knock.target)) return { to: 'nowhere', status: 400 }

  const path = knock.target.replace(/[?#].*$/, '')
  if (path.startsWith('/rpc/')) {
    if (knock.method !== 'POST') return { to: 'nowhere', status: 405, allow: 'POST' }
    return isOwnScript(knock, authority)
      ? { to: 'rpc', name: path.slice('/rpc/'.length) }
      : { to: 'nowhere', status: 403 }
  }
  if (path.startsWith('/enter/')) {
    if (knock.method !== 'GET') return { to: 'nowhere', status: 405, allow: 'GET' }
    // A browser that fetches ahead must not spend the key before anybody asked for the page.
    if (knock.headers['sec-purpose'] !== undefined) return { to: 'nowhere', status: 403 }
    return { to: 'enter', token: path.slice('/enter/'.length) }
  }
  if (path === '/events') {
    if (knock.method !== 'GET') return { to: 'nowhere', status: 405, allow: 'GET' }
    return { to: 'events' }
  }
  if (knock.method !== 'GET' && knock.method !== 'HEAD') return { to: 'nowhere', status: 405, allow: 'GET, HEAD' }
  return { to: 'asset', path }
}

function isFromHere({ headers }: Knock, authority: string): boolean {
  const site = headers['sec-fetch-site']
  const isNear = site === undefined || isOnly(site, 'same-origin') || isOnly(site, 'none')
  return isNear && (headers.origin === undefined || isOnly(headers.origin, `http://${authority}`))
}

/** Only a script of our own page may run operations; every browser names the origin of such a request. */
function isOwnScript({ headers }: Knock, authority: string): boolean {
  const site = headers['sec-fetch-site']
  return isOnly(headers.origin, `http://${authority}`) && (site === undefined || isOnly(site, 'same-origin'))
}

function isOnly(values: readonly string[] | undefined, wanted: string): boolean {
  return values?.length === 1 && values[0] === wanted
}
