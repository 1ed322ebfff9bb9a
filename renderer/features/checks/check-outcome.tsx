import { Ban, Check, CircleDot, Lock, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { StatusPill, type Tone } from '../../ui/status-pill.tsx'

type Outcome = 'pass' | 'warn' | 'fail' | 'unknown' | 'no-access'

const LOOKS: Readonly<Record<Outcome, { readonly tone: Tone; readonly word: string; readonly icon: ReactNode }>> = {
  pass: { tone: 'ok', word: 'Passed', icon: <Check aria-hidden /> },
  warn: { tone: 'warn', word: 'Look at this', icon: <TriangleAlert aria-hidden /> },
  fail: { tone: 'bad', word: 'Failed', icon: <Ban aria-hidden /> },
  unknown: { tone: 'neutral', word: 'Not known', icon: <CircleDot aria-hidden /> },
  'no-access': { tone: 'warn', word: 'No access', icon: <Lock aria-hidden /> },
}

/** How a check, or a line of it, came out. */
export function CheckOutcome({ outcome }: { readonly outcome: Outcome }) {
  const { tone, word, icon } = LOOKS[outcome]
  return (
    <StatusPill tone={tone} icon={icon}>
      {word}
    </StatusPill>
  )
}
