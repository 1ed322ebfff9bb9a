import { useEffect, useRef, useState } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { go } from '../../state/location.ts'
import { useCustomers, usePayers, useProcedures } from '../../state/queries.ts'
import { caseHref } from '../../state/route.ts'
import { useSurface } from '../../state/surfaces.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CustomerChoice } from './customer-choice.tsx'
import { IntakeQuestions } from './intake-questions.tsx'
import { type IntakeView, type NewCase, type NewCaseProgress, openNewCase } from './open-case.ts'
import { PayerChoices } from './payer-choices.tsx'
import { ProcedureChoices } from './procedure-choices.tsx'

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
const FIELDS = ['name', 'managementAccountId', 'orgIds', 'accountId', 'payer']

/** Customer, payer and case in one go. */
export function NewCaseDialog({ onClose }: { readonly onClose: () => void }) {
  const preset = useSurface((s) => s.customer)
  const chosen = useSurface((s) => s.procedure)
  const [form, setForm] = useState<NewCase>({
    ...EMPTY,
    customerId: preset ?? '',
    procedure: chosen ?? EMPTY.procedure,
  })
  const [progress] = useState<NewCaseProgress>({ payerId: null, customer: null, asked: [] })
  const [intake, setIntake] = useState<IntakeView | null>(null)
  const procedures = useProcedures((s) => s.data)?.procedures ?? []
  const payers = usePayers((s) => s.data)?.payers ?? []
  const { run, busy, error } = useSubmit()
  const firstField = useRef<HTMLInputElement>(null)
  const set = (change: Partial<NewCase>) => setForm((before) => ({ ...before, ...change }))
  const recorded = progress.customer

  useEffect(() => {
    void useCustomers.getState().load({})
    void usePayers.getState().load({})
    void useProcedures.getState().load({})
  }, [])

  const submit = async () => {
    await run(async () => {
      const result = await openNewCase(client, { ...form, payerId: form.payerId || (payers[0]?.id ?? '') }, progress)
      if ('asks' in result) return setIntake(result.asks)
      const { opened } = result
      toast.done(text.opened(opened.ref))
      onClose()
      go(caseHref(opened.ref))
    })
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      description={preset === null ? text.lead : text.known}
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
      {preset === null && intake === null && recorded === null && (
        <CustomerChoice value={form.customerId} onValue={(customerId) => set({ customerId })} />
      )}
      {procedures.length > 1 && intake === null && (
        <ProcedureChoices procedures={procedures} value={form.procedure} onValue={(id) => set({ procedure: id })} />
      )}
      {form.customerId === '' && intake === null && recorded === null && (
        <>
          <TextField
            ref={firstField}
            label="Customer name"
            help={text.name}
            value={form.name}
            onValue={(name) => set({ name })}
            problem={fieldProblem(error, 'name')}
          />
          <TextField
            label="Management account ID"
            help={text.managementAccountId}
            value={form.managementAccountId}
            onValue={(managementAccountId) => set({ managementAccountId })}
            problem={fieldProblem(error, 'managementAccountId')}
            inputMode="numeric"
            mono
          />
          <TextField
            label="Spot Org IDs"
            help={text.orgIds}
            value={form.orgIds}
            onValue={(orgIds) => set({ orgIds })}
            problem={fieldProblem(error, 'orgIds')}
            mono
          />
          <PayerChoices form={form} payers={payers} set={set} problem={fieldProblem(error, 'accountId')} />
        </>
      )}
      {recorded !== null && error !== null && <p>{text.half(recorded.name)}</p>}
      {intake !== null && (
        <>
          <p>{text.questions}</p>
          <IntakeQuestions
            intake={intake}
            answers={form.answers}
            error={error}
            onAnswer={(fact, answer) => set({ answers: { ...form.answers, [fact]: answer } })}
          />
        </>
      )}
      <Problem error={otherProblem(error, [...FIELDS, ...progress.asked])} />
    </Dialog>
  )
}
