import { useEffect, useState } from 'react'
import type { CaseView, PlanView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { client } from '../../client/index.ts'
import { onCase } from '../../state/current-case.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './plan-dialog.module.css'

const text = caseText.plan

interface PlanDialogProps {
  readonly view: CaseView
  readonly action: { readonly id: string; readonly label: string }
  readonly onClose: () => void
}

/** What an action would write, where and as whom, before anything is written. */
export function PlanDialog({ view, action, onClose }: PlanDialogProps) {
  const [plan, setPlan] = useState<PlanView | null>(null)
  const asking = useSubmit()
  const running = useSubmit()
  const { run: ask } = asking

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => {
    void ask(async () => setPlan(await client.send('case.plan', { case: view.id, action: action.id })))
  }, [])

  const confirm = async () => {
    const done = await running.run(() => onCase('case.do', { action: action.id, confirmed: true }))
    if (!done) return
    toast.done(`Done: ${action.label}`)
    onClose()
  }
  const button = plan?.simulated ? 'Run on simulated AWS' : 'Run on AWS'
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={plan?.title ?? action.label}
      description={plan ? (plan.simulated ? text.practice : text.writes) : undefined}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {plan?.possible && (
            <Button variant="primary" busy={running.busy} onClick={() => void confirm()}>
              {button}
            </Button>
          )}
        </>
      }
    >
      <Problem error={asking.error} />
      {plan === null && asking.error === null && <p role="status">{text.loading}</p>}
      {plan !== null && <Plan plan={plan} />}
      <Problem error={running.error} />
    </Dialog>
  )
}

function Plan({ plan }: { readonly plan: PlanView }) {
  return (
    <>
      <dl className={styles.where}>
        <dt>Account</dt>
        <dd>
          <AccountId id={plan.accountId} />
        </dd>
        <dt>Region</dt>
        <dd>
          <code>{plan.region}</code>
        </dd>
        <dt>Endpoint</dt>
        <dd>
          <code>{plan.endpoint}</code>
        </dd>
        <dt>{text.identity}</dt>
        <dd>{plan.identity ? <code>{plan.identity.arn}</code> : text.noIdentity}</dd>
      </dl>
      {plan.changes.length === 0 && plan.possible && <p>{text.nothing}</p>}
      {plan.changes.length > 0 && (
        <dl className={styles.changes} aria-label="Changes">
          {plan.changes.map((change) => (
            <div key={`${change.what} ${change.value}`} className={styles.change}>
              <dt>{change.what}</dt>
              <dd>
                <code>{change.value}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <FindingList findings={plan.findings} />
      {!plan.possible && <p className={styles.impossible}>{text.impossible}</p>}
    </>
  )
}
