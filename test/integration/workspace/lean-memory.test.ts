import { execFileSync } from 'node:child_process'
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { keepMemoryLean } from '../../../electron/workspace/lean-memory.ts'

it('once the start is over all garbage is collected', async () => {
  const kinds: unknown[] = []
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) kinds.push((entry as unknown as { detail: { kind: number } }).detail.kind)
  })
  observer.observe({ entryTypes: ['gc'] })
  onTestFinished(() => observer.disconnect())
  keepMemoryLean(0)
  await expect.poll(() => kinds).toContain(constants.NODE_PERFORMANCE_GC_MAJOR)
})

it('the room for new things does not grow with what is done', () => {
  const lean = fileURLToPath(new URL('../../../electron/workspace/lean-memory.ts', import.meta.url))
  /** In a program of its own, whose memory nobody used before: megabytes for new things after much was made and some kept. */
  const roomAfter = (first: string) => {
    const program = `import { getHeapSpaceStatistics } from 'node:v8'
      ${first}
      const kept = []
      for (let n = 0; n < 3_000_000; n += 1) kept[n % 100_000] = { n }
      console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 1e6)`
    return Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }))
  }
  const left = roomAfter('')
  expect(left).toBeGreaterThan(8)
  expect(roomAfter(`import { keepMemoryLean } from '${lean}'; keepMemoryLean()`)).toBeLessThan(left / 4)
})
