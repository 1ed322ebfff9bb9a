import { AlarmClock, CircleCheck, CircleSlash, ClockAlert, Eye, Hourglass, Pause } from 'lucide-react'
import type { ReactNode } from 'react'
import type { WaitView } from '../../../shared/contract/views.ts'
import { StatusPill, type Tone } from '../../ui/status-pill.tsx'

interface Look {
  readonly tone: Tone
  readonly word: string
  readonly icon: ReactNode
}

export const WAIT_LOOKS: Readonly<Record<WaitView['state'], Look>> = {
  waiting: { tone: 'neutral', word: 'Waiting', icon: <Hourglass aria-hidden /> },
  ready: { tone: 'active', word: 'Time to look', icon: <Eye aria-hidden /> },
  overdue: { tone: 'bad', word: 'Time to chase', icon: <AlarmClock aria-hidden /> },
  paused: { tone: 'neutral', word: 'Paused', icon: <Pause aria-hidden /> },
  met: { tone: 'ok', word: 'Over', icon: <CircleCheck aria-hidden /> },
  cancelled: { tone: 'neutral', word: 'Cancelled', icon: <CircleSlash aria-hidden /> },
  'clock-suspect': { tone: 'warn', word: 'Clock looks wrong', icon: <ClockAlert aria-hidden /> },
}

/** The state of a wait, as icon and word. */
export function WaitStatePill({ state }: { readonly state: WaitView['state'] }) {
  const look = WAIT_LOOKS[state]
  return (
    <StatusPill tone={look.tone} icon={look.icon}>
      {look.word}
    </StatusPill>
  )
}
