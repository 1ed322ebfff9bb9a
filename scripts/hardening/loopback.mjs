/** @typedef {import('./mutations.mjs').Mutation} Mutation */

const integration = 'test/integration/headless'

/**
 * @param {string} file
 * @param {string} test
 * @returns {(rows: readonly (readonly [string, string, string])[]) => Mutation[]}
 */
const inFile = (file, test) => (rows) =>
  rows.map(([clause, from, to]) => ({
    clause: `loopback: ${clause}`,
    file: `electron/headless/${file}`,
    from,
    to,
    test: `${test}.test.ts`,
  }))

/** @type {readonly Mutation[]} */
export const loopback = [
  ...inFile(
    'gate.ts',
    `${integration}/foreign-requests`,
  )([
    ['Host, against rebinding', 'if (!isOnly(knock.headers.host, authority))', 'if (knock.headers.host === undefined)'],
    ['one Host only', 'values?.length === 1 && values[0] === wanted', 'values?.[0] === wanted'],
    ['Origin', 'headers.origin === undefined || isOnly(headers.origin,', 'true || isOnly(headers.origin,'],
    ['Sec-Fetch-Site', "site === undefined || isOnly(site, 'same-origin') || isOnly(site, 'none')", 'true'],
  ]),
  ...inFile(
    'gate.ts',
    `${integration}/requests`,
  )([['operations by POST only', "if (knock.method !== 'POST')", "if (knock.method === 'TRACE')"]]),
  ...inFile(
    'gate.ts',
    'test/unit/electron/headless/gate',
  )([
    [
      'method tricks at files',
      "if (knock.method !== 'GET' && knock.method !== 'HEAD')",
      "if (knock.method === 'POST')",
    ],
    ['targets are paths', 'if (!/^\\/(?!\\/)[!-~]*$/.test(knock.target))', "if (knock.target === '')"],
  ]),
  ...inFile(
    'gate.ts',
    `${integration}/session`,
  )([['fetching ahead spends no key', "if (knock.headers['sec-purpose'] !== undefined)", 'if (false as boolean)']]),
  ...inFile(
    'server.ts',
    `${integration}/session`,
  )([['nothing without a session', "if (!isLetIn) return answerAtDoor(response, 401, 'no-session')", '']]),
  ...inFile(
    'server.ts',
    `${integration}/requests`,
  )([
    ['127.0.0.1 alone', "host: '127.0.0.1', port", "host: '0.0.0.0', port"],
    ['JSON only', 'if (!/^application\\/json(; ?charset=utf-8)?$/i.test(type)', "if (type === 'x'"],
    ['body limit', 'readBody(request, limits.bodyBytes)', 'readBody(request, Infinity)'],
    ['slow heads', 'headersTimeout: limits.head', 'headersTimeout: 60_000'],
    ['slow bodies', 'requestTimeout: limits.request', 'requestTimeout: 600_000'],
    ['connections', 'server.maxConnections = limits.connections', ''],
  ]),
  ...inFile(
    'body.ts',
    `${integration}/requests`,
  )([
    [
      'what really comes',
      "if (size > limit) end({ ok: false, why: 'too-large' })\n      else chunks.push(chunk)",
      'chunks.push(chunk)',
    ],
    [
      'what is announced',
      "if (Number(request.headers['content-length'] ?? 0) > limit) return end({ ok: false, why: 'too-large' })",
      '',
    ],
  ]),
  ...inFile(
    'answer.ts',
    `${integration}/assets`,
  )([['headers on every answer', 'writeHead(status, { ...always, ', 'writeHead(status, { ']]),
  ...inFile(
    'sessions.ts',
    `${integration}/session`,
  )([
    ['256 bits', 'randomBytes(32)', 'randomBytes(16)'],
    ['a key works once', 'if (!unspent.delete(hashOf(key))) return null', 'if (!unspent.has(hashOf(key))) return null'],
    ['HttpOnly', ' HttpOnly;', ''],
    ['SameSite', ' SameSite=Strict;', ' SameSite=Lax;'],
    ['the cookie is compared', '&& sessions.has(', '|| sessions.has('],
  ]),
  ...inFile(
    'event-streams.ts',
    `${integration}/events`,
  )([
    ['streams are limited', 'streams.size >= limits.eventStreams', 'false'],
    [
      'who does not read is dropped',
      'if (stream.writableLength > BEHIND) stream.destroy()\n      else',
      'BEHIND\n     ',
    ],
  ]),
]
