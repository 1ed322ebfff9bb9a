import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { hostText } from '../../shared/text/host.ts'

export interface HeadlessArguments {
  /** Absolute; null: the platform's own place. */
  readonly dataFolder: string | null
  /** 0: a free one. */
  readonly port: number
  readonly open: boolean
}

/** Reads the command line of the loopback host; wrong usage is told in a sentence. */
export function readArguments(
  args: readonly string[],
):
  | { readonly ok: true; readonly value: HeadlessArguments | 'help' }
  | { readonly ok: false; readonly problem: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string', default: '0' },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) return { ok: true, value: 'help' }
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      return { ok: false, problem: hostText.wrongPort(values.port) }
    }
    const folder = values['data-dir']
    const dataFolder = folder === undefined ? null : resolve(folder)
    return { ok: true, value: { dataFolder, port: Number(values.port), open: values.open } }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
