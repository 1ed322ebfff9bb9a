import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import { changesText as text } from '../../../shared/text/ui/changes.ts'
import { useUndoList } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { undo, undoChange } from '../../state/undo.ts'
import { useAsked } from '../../state/use-asked.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import styles from './changes-screen.module.css'

type Change = OutputOf<'undo.list'>['toUndo'][number]
type Whose = 'mine' | 'everyone'

const MOST = 50

/** What can be taken back, and why where it cannot. */
export function ChangesScreen() {
  const [whose, setWhose] = useState<Whose>('mine')
  const list = useAsked(useUndoList, { whose, limit: MOST }, { keep: true })
  return (
    <Page
      title={text.title}
      subtitle={text.lead}
      actions={
        <SelectField
          label={text.whoseLabel}
          value={whose}
          onValue={setWhose}
          options={(['mine', 'everyone'] as const).map((value) => ({ value, label: text.whose[value] }))}
        />
      }
    >
      <Loaded from={list}>
        {({ toUndo, toRedo }) => (
          <>
            {toRedo.length > 0 && whose === 'mine' && (
              <Section title={text.undone}>
                <Rows changes={toRedo.slice(0, 1)} label={text.again} act={() => undo('undo.redo')} />
              </Section>
            )}
            {toUndo.length === 0 ? (
              <EmptyState art="clear-desk" title={text.none}>
                {text.noneHint}
              </EmptyState>
            ) : (
              <Section title={text.toUndo}>
                <Rows changes={toUndo} label={text.back} act={(change) => undoChange(change.sequence)} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Rows({
  changes,
  label,
  act,
}: {
  readonly changes: readonly Change[]
  readonly label: string
  readonly act: (change: Change) => Promise<unknown>
}) {
  return (
    <ol className={styles.rows}>
      {changes.map((change) => (
        <ChangeRow key={change.sequence} change={change} label={label} act={act} />
      ))}
    </ol>
  )
}

function ChangeRow({
  change,
  label,
  act,
}: {
  readonly change: Change
  readonly label: string
  readonly act: (change: Change) => Promise<unknown>
}) {
  const { run, busy } = useSubmit()
  const { at, atText, who, sentence, ref, refusal } = change
  const take = () =>
    void run(async () => {
      await act(change)
      await useUndoList.getState().refresh()
    })
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p>
          {ref !== null && (
            <a className={styles.ref} href={caseHref(ref, 'timeline')}>
              {ref}
            </a>
          )}{' '}
          {sentence}
        </p>
        <p className={styles.when}>
          {who}, <time dateTime={at}>{atText}</time>
        </p>
        {refusal && (
          <p className={styles.why}>
            {refusal.message} {refusal.remedy}
          </p>
        )}
      </div>
      {refusal === null && (
        <Button busy={busy} aria-label={`${label}: ${sentence}`} onClick={take}>
          {label}
        </Button>
      )}
    </li>
  )
}
