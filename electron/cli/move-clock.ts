import { HOUR, toMillis } from '../../shared/domain/instant.ts'
import { type Call, WrongUsage } from './command.ts'
import { readInstant } from './instants.ts'

/** `--now INSTANT`: moves the practice clock on. It never runs backwards, and a real workspace refuses it. */
export async function movePracticeClock(send: Call['send'], to: string): Promise<void> {
  const target = readInstant(to) ?? to
  const { now } = await send('practice.state', {})
  const hours = (toMillis(target) - toMillis(now)) / HOUR
  if (hours < 0) throw new WrongUsage(`The practice clock is at ${now} already, and it never runs backwards.`)
  if (hours > 0) await send('practice.advance', { hours })
}
