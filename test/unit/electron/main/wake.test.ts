import { EventEmitter } from 'node:events'
import type { PowerMonitor } from 'electron'
import { expect, it, vi } from 'vitest'
import { onWake } from '../../../../electron/main/wake.ts'

function sleeper() {
  const time = { wall: 1_000_000, steady: 0 }
  const power = new EventEmitter()
  const wake = vi.fn()
  const clocks = { wall: () => time.wall, steady: () => time.steady }
  const look = onWake(power as unknown as PowerMonitor, clocks, wake)
  const pass = (wall: number, steady = wall) => {
    time.wall += wall
    time.steady += steady
  }
  return { power, wake, look, pass }
}

it.each(['resume', 'unlock-screen'])('has what is due looked at anew at %s', (event) => {
  const { power, wake, look, pass } = sleeper()
  pass(3_600_000, 0)
  power.emit(event)
  look()
  expect(wake).toHaveBeenCalledOnce()
})

it('notices a clock that was set, forward or back, once', () => {
  const { wake, look, pass } = sleeper()
  pass(30_000)
  look()
  expect(wake).not.toHaveBeenCalled()
  pass(-86_400_000, 30_000)
  look()
  look()
  expect(wake).toHaveBeenCalledOnce()
  pass(86_400_000, 30_000)
  look()
  expect(wake).toHaveBeenCalledTimes(2)
})
