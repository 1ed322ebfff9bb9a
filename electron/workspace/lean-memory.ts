import { getHeapStatistics, setFlagsFromString } from 'node:v8'

/** Real milliseconds after which the start is over and the first screens were asked for; and between two looks later. */
const AFTER = 5_000
/** Bytes that the engine has and does not use: what much work at once leaves behind. */
const MUCH = 32 * 1024 * 1024
/** Share of one processor below which nothing is going on that a collection would hold up. */
const IDLE = 0.1

/**
 * Keeps the memory of a program that is open all day near what it needs. Where there is much, the engine lets garbage lie
 * until there are hundreds of megabytes of it. With this it collects once half as much again has come as it kept, from the
 * first collection on, which is made when the start is over; and what it took for much work at once it gives back when that
 * is done. To forbid it to take that was tried: who types meanwhile waited half as long again.
 */
export function keepMemoryLean(after = AFTER): void {
  setFlagsFromString('--heap-growing-percent=50')
  setTimeout(() => {
    void collect()
    let before = process.cpuUsage()
    const look = () => {
      const spent = process.cpuUsage(before)
      before = process.cpuUsage()
      const isIdle = (spent.user + spent.system) / 1_000 < after * IDLE
      if (isIdle && unused() > MUCH) void collect()
    }
    setInterval(look, after).unref()
  }, after).unref()
}

function unused(): number {
  const { total_physical_size: has, used_heap_size: uses } = getHeapStatistics()
  return has - uses
}

async function collect(): Promise<void> {
  // In this program itself: no port is opened, and nobody else can speak to it.
  const { Session } = await import('node:inspector/promises')
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.collectGarbage')
  session.disconnect()
}
