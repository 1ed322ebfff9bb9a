import { HOUR, toMillis } from '../../shared/domain/instant.ts'
import { type Call, WrongUsage } from './command.ts'
import { readInstant } from './instants.ts'

/** Hours that the practice clock goes in one go, at most. */
const LONGEST = 60 * 24

/** `--now INSTANT`: moves the practice clock on. It never runs backwards, and a real workspace refuses it. */
export async function movePracticeClock(send: Call['send'], to: string): Promise<void> {
  const target = readInstant(to) ?? to
  const { now } = await send('practice.state', {})
  let hours = (toMillis(target) - toMillis(now)) / HOUR
  if (hours < 0) throw new WrongUsage(`The practice clock is at ${now} already, and it never runs backwards.`)
  for (; hours > 0; hours -= LONGEST) await send('practice.advance', { hours: Math.min(hours, LONGEST) })
}
