import { refusalOf } from '../casebook-error.ts'
import type { Context } from '../context.ts'

/** As many numbered names are tried before the folder is given up as full of them. */
const MOST_NAMES = 1_000

/** Writes a file under its name, or under the next free one, `index-2.csv`: what is there with other content is never replaced. */
export async function writeFresh(context: Context, folder: string, name: string, bytes: Uint8Array): Promise<string> {
  const dot = name.lastIndexOf('.')
  for (let n = 1; ; n += 1) {
    const numbered = n === 1 ? name : `${name.slice(0, dot)}-${n}${name.slice(dot)}`
    try {
      return (await context.ports.outbox.writeFile(folder, { name: numbered, bytes })).path
    } catch (thrown) {
      if (refusalOf(thrown)?.code !== 'export.exists' || n === MOST_NAMES) throw thrown
    }
  }
}
