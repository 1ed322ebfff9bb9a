const headers = 'electron/workspace/page/headers.ts'
const headersTest = 'test/unit/electron/workspace/page/headers.test.ts'
const assets = 'electron/workspace/page/assets.ts'

/** @type {readonly (readonly [string, string])[]} */
const policy = [
  ['"default-src \'none\'"', '"default-src \'self\'"'],
  ['"script-src \'self\'"', "\"script-src 'self' 'unsafe-inline'\""],
  ['"style-src \'self\'"', "\"style-src 'self' 'unsafe-inline'\""],
  ['"img-src \'self\'"', '"img-src *"'],
  ['"base-uri \'none\'",\n', ''],
  ['"form-action \'none\'",\n', ''],
  ['"frame-ancestors \'none\'",\n', ''],
  ['"require-trusted-types-for \'script\'",\n', ''],
  ['"trusted-types \'none\'",\n', ''],
  ["    'X-Content-Type-Options': 'nosniff',\n", ''],
  ["    'X-Frame-Options': 'DENY',\n", ''],
  ["    'Referrer-Policy': 'no-referrer',\n", ''],
  ["    'Cross-Origin-Opener-Policy': 'same-origin',\n", ''],
  ["    'Cross-Origin-Resource-Policy': 'same-origin',\n", ''],
  ["  'clipboard-read',\n", ''],
  ["  'camera',\n", ''],
]

/** @type {readonly import('./mutations.mjs').Mutation[]} */
export const page = [
  ...policy.map(([from, to]) => ({ clause: `headers: ${from.trim()}`, file: headers, from, to, test: headersTest })),
  {
    clause: 'links in the folder of pages are passed over',
    file: assets,
    from: 'return entry.isFile() && mediaTypeOf',
    to: 'return mediaTypeOf',
    test: 'test/integration/headless/assets.test.ts',
  },
  {
    clause: 'only files of kinds that a page has',
    file: assets,
    from: ' && mediaTypeOf(entry.name) !== undefined',
    to: '',
    test: 'test/unit/electron/workspace/page/assets.test.ts',
  },
  {
    clause: 'paths as they are listed',
    file: assets,
    from: 'at: (path) => listed.get(path)',
    to: 'at: (path) => listed.get(decodeURIComponent(path))',
    test: 'test/unit/electron/workspace/page/assets.test.ts',
  },
]
