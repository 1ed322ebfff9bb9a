import type * as Electron from 'electron'
import type { CDPSession } from 'playwright-core'
import { fromPage } from './address.ts'

/** A frame of a window, by the address that the app would see. */
export class Frame implements Pick<Electron.WebFrameMain, 'url'> {
  url: string
  constructor(url: string) {
    this.url = url
  }
}

export interface Frames {
  readonly main: Frame
  of(frameId: string): Frame
}

/** Follows the frames of a page and where they are. */
export async function followFrames(cdp: CDPSession): Promise<Frames> {
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const frames = new Map<string, Frame>()
  const of = (id: string): Frame => {
    const known = frames.get(id)
    if (known !== undefined) return known
    const frame = new Frame('about:blank')
    frames.set(id, frame)
    return frame
  }
  cdp.on('Page.frameNavigated', ({ frame }) => {
    of(frame.id).url = fromPage(frame.url + (frame.urlFragment ?? ''))
  })
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    of(frameId).url = fromPage(url)
  })
  return { main: of(frameTree.frame.id), of }
}
