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
import { CopyPolicy, lacksAccess } from '../checks/copy-policy.tsx'
import { TemplateFacts } from '../submission/template-facts.tsx'
import { ActionLines } from './action-lines.tsx'
import styles from './plan-dialog.module.css'
import { useActionProgress } from './use-action-progress.ts'

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
  const lines = useActionProgress(view.id, running.busy)
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
          <Button onClick={onClose}>{running.busy ? text.goesOn : 'Cancel'}</Button>
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
      <ActionLines lines={lines} running={running.busy} failed={running.error !== null} />
      <Problem error={running.error} />
      {lacksAccess(plan?.findings ?? []) && <CopyPolicy payer={view.payer.id} />}
    </Dialog>
  )
}

function Plan({ plan }: { readonly plan: PlanView }) {
  const errors = plan.findings.filter((f) => f.level === 'error')
  const others = plan.findings.filter((f) => f.level !== 'error')
  return (
    <>
      {!plan.possible && <p className={styles.impossible}>{text.impossible}</p>}
      <FindingList findings={errors} />
      <section aria-label={text.where}>
        <h3 className={styles.title}>{text.where}</h3>
        <dl className={styles.where}>
          <dt>Account</dt>
          <dd className={styles.account}>
            <AccountId id={plan.accountId} />
          </dd>
          <dt>Region</dt>
          <dd>
            <code>{plan.region}</code>
          </dd>
          <dt>{text.identity}</dt>
          <dd>{plan.identity ? <code>{plan.identity.arn}</code> : text.noIdentity}</dd>
          {plan.endpoint !== '' && (
            <>
              <dt>Endpoint</dt>
              <dd>
                <code>{plan.endpoint}</code>
              </dd>
            </>
          )}
        </dl>
      </section>
      {plan.changes.length === 0 && plan.possible && <p>{text.nothing}</p>}
      {plan.changes.length > 0 && (
        <section aria-label={text.changes}>
          <h3 className={styles.title}>{text.changes}</h3>
          <dl className={styles.changes}>
            {plan.changes.map((change) => (
              <div key={`${change.what} ${change.value}`} className={styles.change}>
                <dt>{change.what}</dt>
                <dd>{change.exact ? <code>{change.value}</code> : change.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {plan.template !== null && <TemplateFacts template={plan.template} />}
      <FindingList findings={others} />
    </>
  )
}
