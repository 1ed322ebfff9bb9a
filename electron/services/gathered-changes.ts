import type { ChangeEvent } from '../../shared/contract/index.ts'
import type { Timer } from './timer-port.ts'

/** Real time between two tellings of what goes on by itself: often enough to look on, and rare beside what others ask for. */
const EVERY = 1_000

export interface GatheredChanges {
  /** Of what somebody did: at once, after what is gathered, so that no change is told before an earlier one. */
  now(event: ChangeEvent): void
  /** Of work that changes much by itself: the first at once, what follows together, each topic once every so often. */
  gathered(event: ChangeEvent): void
  /** Tells what is gathered: the work has come to an end. */
  flush(): void
}

/** Whoever hears of a change asks anew for all that is on the screen; a round over many cases makes hundreds a second. */
export function gatherChanges(timer: Timer, tell: (event: ChangeEvent) => void): GatheredChanges {
  const waiting = new Map<ChangeEvent['topic'], ChangeEvent>()
  let isPlanned = false

  function flush(): void {
    const events = [...waiting.values()]
    waiting.clear()
    for (const event of events) tell(event)
  }

  function plan(): void {
    isPlanned = true
    timer.after(EVERY, () => {
      isPlanned = false
      if (waiting.size === 0) return
      flush()
      plan()
    })
  }

  return {
    now(event) {
      flush()
      tell(event)
    },
    gathered(event) {
      const before = waiting.get(event.topic)
      waiting.set(event.topic, before ? merged(before, event) : event)
      if (isPlanned) return
      flush()
      plan()
    },
    flush,
  }
}

/** No IDs at all mean any of them. */
function merged(a: ChangeEvent, b: ChangeEvent): ChangeEvent {
  const ids = a.ids.length === 0 || b.ids.length === 0 ? [] : [...new Set([...a.ids, ...b.ids])]
  return { topic: b.topic, sequence: Math.max(a.sequence, b.sequence), ids }
}
