import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { OutFile } from '../services/ports.ts'
import { demandSafeNames } from './safe-name.ts'

/**
 * A zip of the files under one folder, the same bytes for the same content on every machine: entries in order of their
 * names, stored as they are (deflate differs between builds of zlib), 1980-01-01 00:00 as their time.
 */
export async function zipFolder(folder: string, files: readonly OutFile[]): Promise<Uint8Array> {
  demandSafeNames([folder])
  demandSafeNames(files.map((file) => file.name))
  const zip = new ZipFile()
  // A zip holds local time and yazl takes it from this date's local fields: the same ones in every zone.
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true }
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    zip.addBuffer(Buffer.from(file.bytes), `${folder}/${file.name}`, options)
  }
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}
