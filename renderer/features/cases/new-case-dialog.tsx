import { useEffect, useRef, useState } from 'react'
import type { FindingView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { asksToConfirm, otherProblem } from '../../state/field-problem.ts'
import { go } from '../../state/location.ts'
import { useCustomers, usePayers, useProcedures } from '../../state/queries.ts'
import { caseHref, hrefOf } from '../../state/route.ts'
import { useSurface } from '../../state/surfaces.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Problem } from '../../ui/problem.tsx'
import { BroughtAlong } from './brought-along.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { CustomerFields } from './customer-fields.tsx'
import { Advice, IntakeQuestions } from './intake-questions.tsx'
import styles from './new-case.module.css'
import { intakeOf, type NewCase, type NewCaseProgress, openNewCase, recordCustomer } from './open-case.ts'
import { PayerChoices } from './payer-choices.tsx'
import { ProcedureChoice } from './procedure-choice.tsx'
import { useIntake } from './use-intake.ts'

const text = casesText.newCase

const EMPTY: NewCase = {
  procedure: 'msp-cur-extraction',
  customerId: '',
  name: '',
  managementAccountId: '',
  orgIds: '',
  payer: 'dedicated',
  payerId: '',
  payerAccountId: '',
  answers: {},
}

/** Fields whose refusals are said in place. `accountId` is what `payer.add` calls the payer's account. */
const FIELDS = ['name', 'managementAccountId', 'orgIds', 'accountId']

/** Customer, payer, procedure and its intake in one go; what is warned of and reused shows while it is filled in. */
export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const { customer: preset, procedure: chosen } = useSurface()
  const [form, setForm] = useState<NewCase>({
    ...EMPTY,
    customerId: preset ?? '',
    procedure: chosen ?? EMPTY.procedure,
  })
  const [progress] = useState<NewCaseProgress>({ payerId: null, customer: null })
  const [refused, setRefused] = useState<FindingView | null>(null)
  const { intake, error: unread } = useIntake(intakeOf(form, progress))
  const procedures = useProcedures((s) => s.data)?.procedures ?? []
  const { run, busy, error } = useSubmit()
  const firstField = useRef<HTMLInputElement>(null)
  const set = (change: Partial<NewCase>) => {
    setForm((before) => ({ ...before, ...change }))
    setRefused(null)
  }
  const recorded = progress.customer
  const fresh = form.customerId === '' && recorded === null
  // Who pays is asked where a payer is chosen.
  const questions = intake?.questions.filter((q) => q.fact.name !== 'payerKind') ?? []
  const asked = questions.map((q) => q.fact.name as string)
  const problem = error ?? refused ?? (unread !== null && asked.includes(unread.field ?? '') ? unread : null)
  const advice = intake?.advice.filter((f) => !fresh || f.field !== 'orgIds' || form.orgIds !== '') ?? []
  const about = (field: string) => advice.filter((f) => f.field === field)
  const placed = new Set(['orgIds', 'payerKind', ...asked])

  useEffect(() => {
    void useCustomers.getState().load({})
    void usePayers.getState().load({})
    void useProcedures.getState().load({})
  }, [])

  const submit = (confirmed = false) =>
    run(async () => {
      const result = await openNewCase(client, form, progress, confirmed)
      if ('refused' in result) return setRefused(result.refused)
      const { opened } = result
      toast.done(text.opened(opened.ref))
      onClose()
      go(caseHref(opened.ref))
    })

  const recordOnly = () =>
    run(async () => {
      const { id, name } = await recordCustomer(client, form, progress)
      toast.done(text.recorded(name))
      onClose()
      go(hrefOf({ screen: 'customers', id }))
    })

  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={text.title}
      description={preset === null ? text.lead : intake === null ? text.known : text.knownOf(intake.customer)}
      initialFocus={firstField}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy}>
            Open case
          </Button>
        </>
      }
    >
      {preset === null && recorded === null && (
        <CustomerChoice value={form.customerId} onValue={(customerId) => set({ customerId })} />
      )}
      {fresh && (
        <>
          <CustomerFields form={form} problem={problem} first={firstField} set={set} />
          <Advice findings={about('orgIds')} />
          <PayerChoices form={form} set={set} problem={problem} />
        </>
      )}
      <Advice findings={fresh ? about('payerKind') : [...about('orgIds'), ...about('payerKind')]} />
      <ProcedureChoice
        procedures={procedures}
        value={form.procedure}
        onValue={(procedure) => set({ procedure, answers: {} })}
      />
      {intake?.brings && <BroughtAlong brings={intake.brings} />}
      {questions.length > 0 && (
        <fieldset className={styles.questions}>
          <legend className={styles.legend}>{text.questions}</legend>
          <IntakeQuestions
            questions={questions}
            advice={advice}
            answers={form.answers}
            problem={problem}
            onAnswer={(fact, answer) => set({ answers: { ...form.answers, [fact]: answer } })}
          />
        </fieldset>
      )}
      <Advice findings={advice.filter((f) => !placed.has(f.field ?? ''))} />
      {intake && intake.explanations.length > 0 && (
        <Disclosure summary={text.document}>
          <dl className={styles.explanations}>
            {intake.explanations.map(({ source, title, text: says }) => (
              <div key={source + title}>
                <dt>{title}</dt>
                <dd>
                  {says} <span className={styles.source}>{source}</span>
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
      {recorded !== null && error !== null && <p>{text.half(recorded.name)}</p>}
      <Problem error={otherProblem(problem, [...FIELDS, ...asked])}>
        {asksToConfirm(problem) && (
          <Button busy={busy} onClick={() => void submit(true)}>
            {caseText.changeForAll}
          </Button>
        )}
        {refused?.code === 'payer.transfer' && fresh && (
          <Button busy={busy} onClick={() => void recordOnly()}>
            {text.recordOnly}
          </Button>
        )}
      </Problem>
    </Dialog>
  )
}
