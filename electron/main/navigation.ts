import type { WebContents } from 'electron'

/**
 * A window stays where it is: it shows the app, and goes nowhere. Navigation, redirects, new windows and webviews are
 * refused in every frame; a link to the outside becomes a question to the allow-list instead of a window.
 */
export function holdInPlace(contents: WebContents, openExternal: (link: string) => void): void {
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url)
    return { action: 'deny' }
  })
}
