import { useEffect, useState } from 'react'
import type { MigrationView } from '../../../shared/contract/operations/case-life.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { onCase } from '../../state/current-case.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './take-over.module.css'

const text = caseText.newer
const useMigration = createQueryStore(client, 'case.migration')

/** A newer version of the case's procedure: what it would change is seen first, and nothing recorded is lost. */
export function NewerVersion({ view }: { readonly view: CaseView }) {
  const [isShown, setShown] = useState(false)
  const { newerVersion } = view
  if (newerVersion === null || view.state !== 'open') return null
  return (
    <section className={styles.panel} aria-label={text.title(newerVersion)}>
      <h2 className={styles.title}>{text.title(newerVersion)}</h2>
      <p className={styles.lead}>{text.lead}</p>
      <div>
        <Button onClick={() => setShown(true)}>{text.look}</Button>
      </div>
      {isShown && <MigrationDialog view={view} onClose={() => setShown(false)} />}
    </section>
  )
}

function MigrationDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const plan = useMigration()
  const { run, busy, error } = useSubmit()
  const to = plan.data?.to ?? view.newerVersion ?? view.procedure.version

  useEffect(() => {
    void useMigration.getState().load({ case: view.id }, { keep: false })
  }, [view.id])

  const move = () =>
    run(async () => {
      await onCase('case.migrate', { to })
      toast.done(text.moved(view.ref, to))
      onClose()
    })

  return (
    <Dialog
      open
      onClose={onClose}
      title={text.dialog(view.procedure.version, to)}
      description={`${view.ref} ${view.customer.name}: ${view.procedure.title}`}
      onSubmit={() => void move()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={plan.data === null}>
            {text.move}
          </Button>
        </>
      }
    >
      <Loaded from={plan}>{(data) => <Changes plan={data} />}</Loaded>
      <Problem error={error} />
    </Dialog>
  )
}

function Changes({ plan }: { readonly plan: MigrationView }) {
  const groups = [
    [text.added, plan.added.map((s) => s.title)],
    [text.renamed, plan.renamed.map(({ from, to }) => text.renamedFrom(from.title, to.title))],
    [text.removed, plan.removed.map(({ title, state }) => (state === null ? title : text.keptRecord(title)))],
    [text.changed, plan.changed.map(({ title, what }) => text.changedIn(title, what.join(', ')))],
    [text.ended, [...plan.ended]],
  ] as const
  const shown = groups.filter(([, steps]) => steps.length > 0)
  return (
    <>
      <p>{text.kept(count(plan.kept, 'record'))}</p>
      {shown.length === 0 && <p>{text.same}</p>}
      {shown.map(([title, steps]) => (
        <section key={title} aria-label={title}>
          <h3 className={styles.title}>{title}</h3>
          <ul className={styles.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
