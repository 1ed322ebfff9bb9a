import type { Ports } from './context.ts'
import type { OpenWait } from './ports.ts'

/** A hundred with their cases take two milliseconds, in which nobody else has a turn. */
const AT_ONCE = 100

/** Every open wait of an open case, first due first, read in pages; between two of them others have their turn. */
export async function* openWaits({ store, turn }: Pick<Ports, 'store' | 'turn'>): AsyncGenerator<readonly OpenWait[]> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof store.openWaits>> = await store.openWaits({ limit: AT_ONCE, after })
    yield page.rows
    after = page.after
    await turn?.()
  } while (after !== null)
}
