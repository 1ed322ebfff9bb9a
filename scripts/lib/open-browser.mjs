import { spawn } from 'node:child_process'

const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/

/** Opens the default browser on the first loopback address that this process prints: the host prints its own. */
export function openBrowserOnPrintedAddress() {
  const write = process.stdout.write
  process.stdout.write = (/** @type {string | Uint8Array} */ text, /** @type {any[]} */ ...rest) => {
    const [url] = address.exec(String(text)) ?? []
    if (url !== undefined) {
      process.stdout.write = write
      openInBrowser(url)
    }
    return write.call(process.stdout, text, ...rest)
  }
}

/** @param {string} url */
function openInBrowser(url) {
  /** @type {Partial<Record<NodeJS.Platform, [string, ...string[]]>>} */
  const openers = { darwin: ['open', url], win32: ['rundll32', 'url.dll,FileProtocolHandler', url] }
  const [opener, ...args] = openers[process.platform] ?? ['xdg-open', url]
  const child = spawn(opener, args, { stdio: 'ignore', detached: true })
  // Without an opener the printed address is still there to be clicked.
  child.once('error', () => {})
  child.unref()
}
