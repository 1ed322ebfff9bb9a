import { CircleDot, CirclePause, CircleSlash, Flag } from 'lucide-react'
import type { CaseView } from '../../../shared/contract/views.ts'
import { StatusPill } from '../../ui/status-pill.tsx'
import styles from './case-state-pill.module.css'

const LOOKS = {
  open: { tone: 'active', word: 'Open', icon: <CircleDot aria-hidden /> },
  'on-hold': { tone: 'warn', word: 'On hold', icon: <CirclePause aria-hidden /> },
  done: { tone: 'ok', word: 'Done', icon: <Flag aria-hidden /> },
  abandoned: { tone: 'neutral', word: 'Abandoned', icon: <CircleSlash aria-hidden /> },
} as const

/** The state of a case, with the reason where there is one. */
export function CaseStatePill({ view }: { readonly view: CaseView }) {
  const look = LOOKS[view.state]
  return (
    <span className={styles.state}>
      <StatusPill tone={look.tone} icon={look.icon}>
        {look.word}
      </StatusPill>
      {view.stateReason !== '' && <span className={styles.reason}>{view.stateReason}</span>}
    </span>
  )
}
