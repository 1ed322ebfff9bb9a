import { readFileSync, statSync } from 'node:fs'
import { WrongUsage } from './command.ts'

/** The bytes of a file named on the command line; one that is not there, or cannot be read, is wrong usage. */
export function readInputFile(path: string): Uint8Array {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new WrongUsage(`There is no file ${path}.`)
  try {
    return readFileSync(path)
  } catch (thrown) {
    throw new WrongUsage(`${path} cannot be read: ${thrown instanceof Error ? thrown.message : thrown}.`)
  }
}
