import { expect, test } from 'vitest'
import { clockAt, hostMillis } from '../../../../renderer/state/host-clock.ts'

test('the workspace’s now runs on from where the host said it stood', () => {
  const clock = clockAt('2026-11-21T09:00:00.000Z', 5_000)
  expect(new Date(hostMillis(clock, 5_000)).toISOString()).toBe('2026-11-21T09:00:00.000Z')
  expect(new Date(hostMillis(clock, 65_000)).toISOString()).toBe('2026-11-21T09:01:00.000Z')
})
