import { setFlagsFromString } from 'node:v8'

/** Real milliseconds after which the start is over and the first screens were asked for. */
const AFTER = 5_000

/**
 * Keeps the memory of a program that is open all day near what it needs. Where there is much, the engine lets garbage lie
 * until there are hundreds of megabytes of it. With this it collects once half as much again has come as it kept, from the
 * first collection on, which is made when the start is over; and the room in which it makes new things, which doubled up to
 * a hundred megabytes whenever much was done, stays as it is. Both cost nothing that could be measured.
 */
export function keepMemoryLean(after = AFTER): void {
  setFlagsFromString('--heap-growing-percent=50')
  setFlagsFromString('--semi-space-growth-factor=1')
  setTimeout(collect, after).unref()
}

async function collect(): Promise<void> {
  // In this program itself: no port is opened, and nobody else can speak to it.
  const { Session } = await import('node:inspector/promises')
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.collectGarbage')
  session.disconnect()
}
