/** How a profile comes to its keys, as people know it. */
export const profileKinds = {
  keys: 'access keys',
  role: 'role',
  sso: 'single sign-on',
  login: 'console sign-in',
  process: 'credential process',
  'web-identity': 'web identity',
  none: 'settings only',
} as const
