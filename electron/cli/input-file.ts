import { readFileSync, statSync } from 'node:fs'
import { WrongUsage } from './command.ts'

/** The bytes of a file named on the command line; one that is not there is wrong usage. */
export function readInputFile(path: string): Uint8Array {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new WrongUsage(`There is no file ${path}.`)
  return readFileSync(path)
}
