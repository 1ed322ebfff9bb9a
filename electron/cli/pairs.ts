import { WrongUsage } from './command.ts'

/** Words of the form NAME=VALUE; the value may hold further equals signs, and may be empty. */
export function readPairs(pairs: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new WrongUsage(`“${pair}” is not of the form NAME=VALUE.`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
