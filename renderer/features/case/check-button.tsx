import { RefreshCw } from 'lucide-react'
import { useEffect } from 'react'
import type { StepView } from '../../../shared/contract/views.ts'
import { onCase } from '../../state/current-case.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'

/** Whether looking at AWS comes before ticking: what AWS can show is not taken on trust. */
export function looksFirst(step: StepView): boolean {
  return step.action === null && step.checks.some((check) => check.outcome !== 'pass')
}

/** Looks at AWS for one step. The result shows in the step's checks. */
export function CheckButton({ step, primary = false }: { readonly step: StepView; readonly primary?: boolean }) {
  const { run, busy, error } = useSubmit()
  useEffect(() => {
    if (error) toast.failed(error)
  }, [error])
  return (
    <Button
      variant={primary ? 'primary' : 'plain'}
      icon={<RefreshCw aria-hidden />}
      busy={busy}
      onClick={() => void run(() => onCase('case.check', { step: step.id }))}
    >
      Check now
    </Button>
  )
}
