import { toBase64 } from '../../shared/contract/base64.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'

/** Bytes that are handed over in an answer at most: as text a third more, and no engine has texts of half a gigabyte. */
const MOST_HANDED = 200_000_000

/** What `MadeFile` of the contract carries. */
export interface Made {
  readonly name: string
  readonly mediaType: string
  readonly count: number
  readonly bytes: Uint8Array
}

/** Where a file that was made is to be written; absent: its bytes are handed over. */
export type Target = { readonly folder: string; readonly name: string } | undefined

/** Writes what was made where that was asked for, else hands its bytes over. Refuses `export.too-large` what is too much for that. */
export async function handOut({ ports: { outbox } }: Context, { name, bytes, ...made }: Made, out: Target) {
  if (out) {
    const { path } = await outbox.writeFile(out.folder, { name: out.name, bytes })
    return { ...made, name: out.name, path, base64: null }
  }
  if (bytes.length > MOST_HANDED) {
    throw new CasebookError(refuse('export.too-large', { megabytes: Math.ceil(bytes.length / 1e6) }))
  }
  return { ...made, name, path: null, base64: toBase64(bytes) }
}
