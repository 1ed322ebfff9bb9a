import { constants, PerformanceObserver } from 'node:perf_hooks'
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
