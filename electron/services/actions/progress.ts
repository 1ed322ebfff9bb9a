import type { ActionProgress } from '../../../shared/contract/operations/aws.ts'
import { actionProgress } from '../../../shared/text/action-progress.ts'
import type { Context } from '../context.ts'

/** What one action says while it runs. */
export interface Teller {
  say(text: string): void
  /** Notes what AWS calls the request that the last line speaks of. */
  wrote(requestId: string | null): void
}

export interface Progresses {
  /** Runs the work of a case’s action, telling how far it is; the last one of each case is remembered. */
  run<T>(caseId: string, work: (teller: Teller) => Promise<T>): Promise<T>
  /** With `after`, resolves once there are more lines than that, or it is over. */
  of(caseId: string, after: number | undefined): Promise<ActionProgress>
}

/** Actions whose lines are still known. */
const REMEMBERED = 20

interface State {
  running: boolean
  readonly lines: ActionProgress['lines']
}

/** How far actions are, told line by line while they run. */
export function createProgresses({ ports: { clock } }: Context): Progresses {
  const states = new Map<string, State>()
  const waiting = new Set<() => void>()

  return {
    async run(caseId, work) {
      const state: State = { running: true, lines: [] }
      states.delete(caseId)
      states.set(caseId, state)
      for (const old of [...states.keys()].slice(0, Math.max(0, states.size - REMEMBERED))) states.delete(old)
      const say = (text: string) => {
        state.lines.push({ at: clock.now(), text, requestId: null })
        tell()
      }
      const wrote = (requestId: string | null) => {
        const last = state.lines.at(-1)
        if (last) last.requestId = requestId
        tell()
      }
      let ending: string = actionProgress.brokeOff
      try {
        const result = await work({ say, wrote })
        ending = actionProgress.ended
        return result
      } finally {
        state.running = false
        say(ending)
      }
    },
    async of(caseId, after) {
      const state = states.get(caseId)
      while (after !== undefined && state?.running && state.lines.length <= after) {
        await new Promise<void>((resolve) => waiting.add(resolve))
      }
      return { running: state?.running ?? false, lines: (state?.lines ?? []).map((line) => ({ ...line })) }
    },
  }

  function tell(): void {
    for (const resolve of [...waiting]) resolve()
    waiting.clear()
  }
}
