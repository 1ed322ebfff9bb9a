import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { FindingView, PayerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { client } from '../../client/index.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { usePayer } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { withoutDuplicates } from '../customers/duplicates.tsx'
import styles from '../customers/facts-page.module.css'
import { ImpactDialog } from './impact-dialog.tsx'

const text = directoryText.payers
const KINDS = (['dedicated', 'shared', 'transfer'] as const).map((value) => ({ value, label: text.kinds[value] }))
const PARTITIONS = (['aws', 'aws-cn'] as const).map((value) => ({ value, label: text.partitions[value] }))
const FIELDS = ['kind', 'partition', 'reportName', 'bucket', 'prefix', 'region', 'crawlerStackName'] as const

type Facts = Pick<PayerView, (typeof FIELDS)[number]>

/** What the payer owns, edited in place. What a change would touch is shown before it is saved. */
export function PayerForm({ payer }: { readonly payer: PayerView }) {
  const [drafts, setDrafts] = useState<Partial<Facts>>({})
  const [impact, setImpact] = useState<OutputOf<'payer.impact'> | null>(null)
  const [noticed, setNoticed] = useState<readonly FindingView[]>([])
  const { run, busy, error } = useSubmit()
  const form: Facts = { ...payer, ...drafts }
  const set = (part: Partial<Facts>) => setDrafts((before) => ({ ...before, ...part }))
  const changed = Object.fromEntries(
    Object.entries(drafts).filter(([name, value]) => value !== payer[name as keyof Facts]),
  ) as Partial<Facts>
  const field = (name: Exclude<keyof Facts, 'kind' | 'partition'>) => ({
    value: form[name],
    onValue: (value: string) => set({ [name]: value }),
    problem: fieldProblem(error, name),
    mono: true,
  })

  const save = async (confirmed: boolean) => {
    try {
      const saved = await client.send('payer.set', {
        payer: payer.id,
        revision: payer.revision,
        set: changed,
        ...(confirmed ? { confirmed } : {}),
      })
      setDrafts({})
      setImpact(null)
      setNoticed(withoutDuplicates(saved.noticed))
      toast.done(directoryText.saved(`Payer ${spokenAccount(payer.accountId)}`))
    } finally {
      // After a conflict as well: untouched fields then show what the other window saved.
      await usePayer.getState().refresh()
    }
  }
  const submit = () =>
    run(async () => {
      const foreseen = await client.send('payer.impact', { payer: payer.id, set: changed })
      if (foreseen.cases.length > 0) return setImpact(foreseen)
      await save(false)
    })

  return (
    <Section title="Facts" hint={text.touches(payer.customers)}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <SelectField
          label="Kind"
          value={form.kind}
          onValue={(kind) => set({ kind })}
          options={KINDS}
          problem={fieldProblem(error, 'kind') ?? fieldProblem(error, 'payerKind')}
          help={text.kindHelp[form.kind]}
        />
        <SelectField
          label="AWS partition"
          value={form.partition}
          onValue={(partition) => set({ partition })}
          options={PARTITIONS}
          problem={fieldProblem(error, 'partition')}
        />
        <TextField label="Report name" {...field('reportName')} />
        <TextField label="Bucket" {...field('bucket')} />
        <TextField label="Prefix" help={text.prefixHelp} {...field('prefix')} />
        <TextField label="Region" {...field('region')} />
        <TextField label="Crawler stack name" {...field('crawlerStackName')} />
        <FindingList findings={noticed} />
        <Problem error={impact === null ? otherProblem(error, [...FIELDS, 'payerKind']) : null} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Save payer
          </Button>
        </div>
      </form>
      {impact !== null && (
        <ImpactDialog
          impact={impact}
          error={error}
          busy={busy}
          onConfirm={() => void run(() => save(true))}
          onClose={() => setImpact(null)}
        />
      )}
    </Section>
  )
}
