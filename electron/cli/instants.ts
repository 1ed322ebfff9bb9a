import { type Instant, isInstant } from '../../shared/domain/instant.ts'
import { WrongUsage } from './command.ts'

/** An instant as typed, with a zone: `2026-11-14T15:20:00Z`, `2026-11-14T16:20+01:00`. Without a zone it is wrong usage. */
export function readInstant(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined
  const shape = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text)
  const millis = shape && isInstant(`${shape[1]}T00:00:00.000Z`) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(millis)) {
    throw new WrongUsage(`“${text}” is not an instant; write it as 2026-11-14T15:20:00Z, in UTC or with an offset.`)
  }
  return new Date(millis).toISOString()
}
