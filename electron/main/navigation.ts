import type { Event, WebContents, WebContentsWillFrameNavigateEventParams } from 'electron'
import { appAddress } from './address.ts'

/**
 * A window stays where it is: it shows the app, and goes nowhere. Navigation, redirects, new windows and webviews are
 * refused in every frame; a link to the outside becomes a question to the allow-list instead of a window.
 */
export function holdInPlace(contents: WebContents, openExternal: (link: string) => void): void {
  const refuse = (event: Event) => event.preventDefault()
  contents.on('will-frame-navigate', (event) => {
    if (!isReload(event)) event.preventDefault()
  })
  contents.on('will-navigate', (event) => {
    if (!isReload(event)) event.preventDefault()
  })
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url)
    return { action: 'deny' }
  })
}

/** The page starts itself anew, after a switch of the workspace: the one navigation that leads to where one is. */
function isReload({ url, isMainFrame }: Pick<WebContentsWillFrameNavigateEventParams, 'url' | 'isMainFrame'>): boolean {
  return isMainFrame && url.replace(/#.*$/, '') === appAddress
}
