import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { WrongUsage } from './command.ts'

/**
 * The bytes of a file named on the command line; one that is not there, or cannot be read, is wrong usage.
 * @param most read no more bytes than these, however large the file is; absent: all of it
 */
export function readInputFile(path: string, most?: number): Uint8Array {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new WrongUsage(`There is no file ${path}.`)
  try {
    return most === undefined ? readFileSync(path) : readBeginning(path, most)
  } catch (thrown) {
    throw new WrongUsage(`${path} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}.`)
  }
}

function readBeginning(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(most)
    let read = 0
    for (let some = -1; some !== 0 && read < most; read += some) some = readSync(file, bytes, read, most - read, null)
    return bytes.subarray(0, read)
  } finally {
    closeSync(file)
  }
}
