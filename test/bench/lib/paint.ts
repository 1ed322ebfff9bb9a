import type { Page } from '@playwright/test'

interface Armed {
  /** Milliseconds from the event's own time to the frame after the screen says something else. */
  readonly done: Promise<number>
}

declare global {
  interface Window {
    benchArmed?: Armed
    benchText?: () => string
  }
}

/**
 * From the event of a real key or click to the frame in which its result was painted. The page says by a text when it
 * shows something else: it is read in each frame, and the time is taken in the task after the frame that shows it.
 * @param text an expression that gives the text, such as the number of rows and the first of them
 * @param act presses the key, from outside the page
 */
export async function eventToPaint(page: Page, event: string, text: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ([name, expression]) => {
      const read = new Function(`return String(${expression})`) as () => string
      const before = read()
      const done = new Promise<number>((resolve, reject) => {
        const give = setTimeout(() => reject(new Error(`Nothing but “${before}” was shown.`)), 30_000)
        const listen = (seen: Event) => {
          const since = seen.timeStamp
          const look = () => {
            if (read() === before) return void requestAnimationFrame(look)
            // A message is delivered after the frame that was just being made.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              clearTimeout(give)
              resolve(performance.now() - since)
            }
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        }
        window.addEventListener(name ?? '', listen, { capture: true, once: true })
      })
      window.benchArmed = { done }
    },
    [event, text],
  )
  await act()
  return page.evaluate(() => window.benchArmed?.done ?? Number.NaN)
}

/** Times between frames while the wheel turns, in milliseconds. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const state = { frames, on: true }
    const next = (now: number) => {
      frames.push(now - last)
      last = now
      if (state.on) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    Object.assign(window, { benchFrames: state })
  })
  await act()
  return page.evaluate(() => {
    const { benchFrames } = window as unknown as { benchFrames: { frames: number[]; on: boolean } }
    benchFrames.on = false
    return benchFrames.frames.slice(2)
  })
}
