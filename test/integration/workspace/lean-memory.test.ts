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

it('what much work took is given back once that is done', () => {
  const lean = fileURLToPath(new URL('../../../electron/workspace/lean-memory.ts', import.meta.url))
  /** In a program of its own, whose memory nobody used before: bytes that it has and does not use, some time after much work. */
  const program = (first: string) => `import { getHeapStatistics } from 'node:v8'
    ${first}
    let kept = []
    for (let n = 0; n < 6_000_000; n += 1) kept[n % 200_000] = { n }
    kept = null
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const { total_physical_size: has, used_heap_size: uses } = getHeapStatistics()
    console.log((has - uses) / 1e6)`
  const left = (first: string) =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program(first)], { encoding: 'utf8' }))
  expect(left('')).toBeGreaterThan(33)
  expect(left(`import { keepMemoryLean } from '${lean}'; keepMemoryLean(300)`)).toBeLessThan(33)
})
