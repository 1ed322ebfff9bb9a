import { describe, expect, it } from 'vitest'
import { gatherChanges } from '../../../../electron/services/gathered-changes.ts'
import type { Timer } from '../../../../electron/services/timer-port.ts'
import type { ChangeEvent } from '../../../../shared/contract/index.ts'

function listening() {
  const told: ChangeEvent[] = []
  const planned: (() => void)[] = []
  const timer: Timer = {
    after(_, run) {
      planned.push(run)
      return () => {}
    },
    chance: () => 0,
  }
  const changes = gatherChanges(timer, (event) => told.push(event))
  const later = () => planned.shift()?.()
  return { changes, told, later, planned }
}

const ofCase = (sequence: number, ...ids: string[]): ChangeEvent => ({ topic: 'cases', sequence, ids })
const checks: ChangeEvent = { topic: 'checks', sequence: 0, ids: [] }

describe('changes of work that goes on by itself', () => {
  it('are told at once where it is the first, and together after that', () => {
    const { changes, told, later } = listening()
    changes.gathered(ofCase(1, 'a'))
    expect(told).toEqual([ofCase(1, 'a')])
    changes.gathered(ofCase(2, 'b'))
    changes.gathered(checks)
    changes.gathered(ofCase(3, 'a'))
    changes.gathered(checks)
    expect(told).toHaveLength(1)
    later()
    expect(told.slice(1)).toEqual([ofCase(3, 'b', 'a'), checks])
  })

  it('are told again and again while it goes on, and plan nothing once it has ended', () => {
    const { changes, told, later, planned } = listening()
    changes.gathered(checks)
    changes.gathered(checks)
    later()
    changes.gathered(checks)
    later()
    expect(told).toHaveLength(3)
    later()
    expect(planned).toEqual([])
    changes.gathered(checks)
    expect(told).toHaveLength(4)
  })

  it('concern every case where one of them does', () => {
    const { changes, told, later } = listening()
    changes.gathered(checks)
    changes.gathered(ofCase(1, 'a'))
    changes.gathered(ofCase(2))
    changes.gathered(ofCase(3, 'b'))
    later()
    expect(told.at(-1)).toEqual(ofCase(3))
  })

  it('are told before what somebody did after them, which waits for nothing', () => {
    const { changes, told, later } = listening()
    changes.gathered(ofCase(1, 'a'))
    changes.gathered(ofCase(2, 'b'))
    changes.now(ofCase(3, 'mine'))
    expect(told).toEqual([ofCase(1, 'a'), ofCase(2, 'b'), ofCase(3, 'mine')])
    later()
    expect(told).toHaveLength(3)
  })

  it('are told when the app ends', () => {
    const { changes, told } = listening()
    changes.gathered(checks)
    changes.gathered(ofCase(1, 'a'))
    changes.flush()
    expect(told).toEqual([checks, ofCase(1, 'a')])
  })
})
