import { useState } from 'react'
import type { CaseView, FactView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { dateTime } from '../../format/zoned.ts'
import { onCase } from '../../state/current-case.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { hrefOf } from '../../state/route.ts'
import { useZone } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { WaitBar } from '../waits/wait-bar.tsx'
import styles from './details-section.module.css'
import sectionStyles from './section.module.css'

/** Everything the case knows, its past waits, and the notes of those who work on it. */
export function DetailsSection({ view }: { readonly view: CaseView }) {
  const zone = useZone()
  return (
    <div className={sectionStyles.section}>
      <Section title="Case">
        <dl className={styles.facts}>
          <dt>Procedure</dt>
          <dd>
            {view.procedure.title}{' '}
            <span className={styles.weak}>
              ({view.procedure.document}, version {view.procedure.version})
            </span>
          </dd>
          <dt>Opened</dt>
          <dd>{dateTime(view.openedAt, zone)}</dd>
          {view.closedAt !== null && (
            <>
              <dt>Closed</dt>
              <dd>{dateTime(view.closedAt, zone)}</dd>
            </>
          )}
          <dt>Console</dt>
          <dd>{view.signIn.why}</dd>
          <dt>Customer</dt>
          <dd>
            <a href={hrefOf({ screen: 'customers', id: view.customer.id })}>{view.customer.name}</a>
          </dd>
          <dt>Payer</dt>
          <dd>
            <a href={hrefOf({ screen: 'payers', id: view.payer.id })}>
              <AccountId id={view.payer.accountId} />
            </a>
          </dd>
        </dl>
      </Section>
      <Section title="Facts" hint="Entered once, used everywhere.">
        <dl className={styles.facts}>
          {view.facts.map((fact) => (
            <Fact key={fact.name} fact={fact} />
          ))}
        </dl>
      </Section>
      <FindingList findings={view.advice} />
      {view.waits.length > 0 && (
        <Section title="Waits">
          {view.waits.map((wait) => (
            <WaitBar key={wait.id} wait={wait} />
          ))}
        </Section>
      )}
      <Describe key={view.id} view={view} />
    </div>
  )
}

function Fact({ fact }: { readonly fact: FactView }) {
  return (
    <>
      <dt title={fact.help}>{fact.label}</dt>
      <dd className={fact.value === null ? styles.weak : undefined}>
        {fact.value !== null && fact.value !== '' && fact.mono ? <AccountId id={fact.value} /> : fact.display}
      </dd>
    </>
  )
}

function Describe({ view }: { readonly view: CaseView }) {
  const [owner, setOwner] = useState(view.owner)
  const [tags, setTags] = useState(view.tags.join(', '))
  const [notes, setNotes] = useState(view.notes)
  const { run, busy, error } = useSubmit()
  return (
    <Section title="Notes and owner">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run(async () => {
            const list = tags.split(',').map((t) => t.trim())
            await onCase('case.describe', { owner, notes, tags: list.filter((t) => t !== '') })
            toast.done('Notes saved')
          })
        }}
      >
        <TextField label="Owner" value={owner} onValue={setOwner} problem={fieldProblem(error, 'owner')} />
        <TextField
          label="Tags"
          help="Separated by commas."
          value={tags}
          onValue={setTags}
          problem={fieldProblem(error, 'tags')}
        />
        <TextArea
          label={caseText.notes.label}
          help={caseText.notes.hint}
          value={notes}
          onValue={setNotes}
          problem={fieldProblem(error, 'notes')}
        />
        <Problem error={otherProblem(error, ['owner', 'tags', 'notes'])} />
        <div>
          <Button type="submit" busy={busy}>
            Save notes
          </Button>
        </div>
      </form>
    </Section>
  )
}
