const file = 'electron-builder.yml'
const test = 'test/unit/packaging/electron-builder.test.ts'

/** @type {readonly import('./mutations.mjs').Mutation[]} */
const fuses = [
  ['runAsNode: false', 'runAsNode: true'],
  ['enableNodeOptionsEnvironmentVariable: false', 'enableNodeOptionsEnvironmentVariable: true'],
  ['enableNodeCliInspectArguments: false', 'enableNodeCliInspectArguments: true'],
  ['enableEmbeddedAsarIntegrityValidation: true', 'enableEmbeddedAsarIntegrityValidation: false'],
  ['onlyLoadAppFromAsar: true', 'onlyLoadAppFromAsar: false'],
  ['grantFileProtocolExtraPrivileges: false', 'grantFileProtocolExtraPrivileges: true'],
  ['enableCookieEncryption: true', 'enableCookieEncryption: false'],
  ['loadBrowserProcessSpecificV8Snapshot: false', 'loadBrowserProcessSpecificV8Snapshot: true'],
].map(([from = '', to = '']) => ({ clause: `fuses: ${from}`, file, from, to, test }))

/** @type {readonly import('./mutations.mjs').Mutation[]} */
export const packaging = [
  ...fuses,
  { clause: 'nothing is published', file, from: 'publish: null', to: 'publish: github', test },
]
