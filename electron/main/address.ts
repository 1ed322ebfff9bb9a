import type { CustomScheme } from 'electron'

/** The window's one address. `app:` has no network behind it: the host answers it from the built renderer. */
export const appAddress = 'app://casebook/'

export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** Whether a URL lies in the app. Scheme and host are compared, because Node calls the origin of `app:` “null”. */
export function isInApp(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === 'app:' && url.host === 'casebook' && url.username === '' && url.password === ''
}
