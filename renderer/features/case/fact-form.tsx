import type { CaseView, FactView, StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { asksToConfirm, fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { toast } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldProblem, SelectField, TextArea, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Problem } from '../../ui/problem.tsx'
import { changedMeanwhile, declareBlank, isSuggested, shownText, takeOther, typeOver } from './fact-drafts.ts'
import styles from './fact-form.module.css'
import type { FactDrafts } from './use-fact-drafts.ts'

interface FactFormProps {
  readonly view: CaseView
  readonly step: StepView
  readonly drafts: FactDrafts
}

/** The values this step asks for. Saved as typed; the host reads, corrects and explains them. */
export function FactForm({ view, step, drafts: form }: FactFormProps) {
  const names = step.enters.map((f) => f.name)
  const payers = step.enters.some((f) => f.owner === 'payer')
  return (
    <form
      className={styles.form}
      aria-label="Values to record"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.save().then((saved) => saved && toast.done('Values saved'))
      }}
    >
      <h3 className={styles.title}>Record what was really used</h3>
      {payers && <p className={styles.owner}>{caseText.payerFacts(view.payer.customers)}</p>}
      {step.enters.map((fact) => (
        <FactField key={fact.name} fact={fact} form={form} />
      ))}
      <Problem error={otherProblem(form.submit.error, names)}>
        {asksToConfirm(form.submit.error) && (
          <Button onClick={() => void form.save(true).then((saved) => saved && toast.done('Values saved'))}>
            {caseText.changeForAll}
          </Button>
        )}
      </Problem>
      <div>
        <Button type="submit" busy={form.submit.busy} disabled={!form.dirty}>
          Save values
        </Button>
      </div>
    </form>
  )
}

interface ControlProps {
  readonly label: string
  readonly help: string
  readonly value: string
  readonly onValue: (typed: string) => void
  readonly problem: FieldProblem | null
  readonly note: string | undefined
}

/** A choice where there are answers to choose from, one line for an ID or a name, room for words. */
function FactControl({ fact, ...props }: { readonly fact: FactView } & ControlProps) {
  if (fact.options !== null) {
    return <SelectField {...props} options={[{ value: '', label: caseText.choose }, ...fact.options]} />
  }
  return fact.mono ? <TextField {...props} mono /> : <TextArea {...props} />
}

function FactField({ fact, form }: { readonly fact: FactView; readonly form: FactDrafts }) {
  const { drafts, change } = form
  const text = shownText(fact, drafts)
  const props = {
    label: fact.label,
    help: fact.help,
    value: text,
    onValue: (typed: string) => change(typeOver(drafts, fact, typed)),
    problem: fieldProblem(form.submit.error, fact.name),
    note: isSuggested(fact, drafts) ? caseText.suggested : undefined,
  }
  // Where nothing has been decided yet, an empty field alone would not say whether it was meant.
  const asksForBlank = fact.mayBeBlank && fact.value === null && text === ''
  return (
    <div className={styles.field}>
      <FactControl fact={fact} {...props} />
      <FindingList findings={form.noticed.filter((f) => f.field === fact.name)} />
      {asksForBlank && (
        <label className={styles.blank}>
          <input
            type="checkbox"
            checked={drafts.blank.includes(fact.name)}
            onChange={(event) => change(declareBlank(drafts, fact.name, event.target.checked))}
          />
          {caseText.leaveBlank(fact.label)}
        </label>
      )}
      {changedMeanwhile(fact, drafts) && (
        <p className={styles.changed} role="status">
          {caseText.changedMeanwhile(fact.display)}{' '}
          <Button variant="quiet" onClick={() => change(takeOther(drafts, fact.name))}>
            {caseText.useOther}
          </Button>
        </p>
      )}
    </div>
  )
}
