import type { Session } from 'electron'
import { isInApp } from './address.ts'

/**
 * What the pages of a session may do: nothing but put a value on the clipboard, which is what copy chips are for.
 * The network is closed from below as well: a request that the content security policy let through ends here.
 */
export function limitSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(isGranted(permission, details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, give) => give({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocal(details.url) }))
  session.on('will-download', (event, item) => {
    if (!isOwnDownload(item.getURL())) event.preventDefault()
  })
}

function isGranted(permission: string, origin: string): boolean {
  return permission === 'clipboard-sanitized-write' && isInApp(origin)
}

/** The app's own files, and bytes that the page itself has made. DevTools, where they exist, load theirs. */
function isLocal(url: string): boolean {
  return isInApp(url) || isOwnDownload(url) || url.startsWith('devtools:')
}

/** A bundle that the page saves: made by the page, not fetched from anywhere. */
function isOwnDownload(url: string): boolean {
  return url.startsWith('blob:') && isInApp(url.slice('blob:'.length))
}
