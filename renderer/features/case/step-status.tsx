import { Ban, Check, Circle, Lock, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CaseView, StepStatus, StepView } from '../../../shared/contract/views.ts'
import type { Tone } from '../../ui/status-pill.tsx'

interface Look {
  readonly tone: Tone
  readonly word: string
  readonly icon: ReactNode
}

const STEP_LOOKS: Readonly<Record<StepStatus, Look>> = {
  done: { tone: 'ok', word: 'Done', icon: <Check aria-hidden /> },
  'not-applicable': { tone: 'neutral', word: 'Not applicable', icon: <Minus aria-hidden /> },
  blocked: { tone: 'warn', word: 'Blocked', icon: <Ban aria-hidden /> },
  todo: { tone: 'active', word: 'To do', icon: <Circle aria-hidden /> },
  locked: { tone: 'neutral', word: 'Not yet', icon: <Lock aria-hidden /> },
}

/** How a step looks. A next step whose gate only waits for its own values can be worked on: it is to do. */
export function stepLook(view: CaseView, step: StepView): Look {
  return STEP_LOOKS[step.status === 'locked' && step.id === view.nextStepId ? 'todo' : step.status]
}
