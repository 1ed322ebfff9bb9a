import type { App } from 'electron'
import type { Log } from '../services/ports.ts'

/**
 * Doors that Electron opens on request of a page or a server. The app's pages have no network, so nobody has a reason
 * to knock: a certificate in error stays refused, no certificate of the operator is shown, no password is asked for.
 */
export function keepDoorsShut(app: Pick<App, 'on'>, log: Log): void {
  app.on('certificate-error', (event, _contents, _url, error, _certificate, trust) => {
    event.preventDefault()
    log.error('door.certificate-error', { error })
    trust(false)
  })
  app.on('select-client-certificate', (event) => {
    event.preventDefault()
    log.error('door.client-certificate')
  })
  app.on('login', (event) => {
    event.preventDefault()
    log.error('door.login')
  })
}
