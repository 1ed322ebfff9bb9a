import { useEffect, useState } from 'react'
import type { PayerView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { client } from '../../client/index.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { asksToConfirm, fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { usePayer } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CasesOf } from '../customers/cases-of.tsx'
import styles from '../customers/facts-page.module.css'
import { AwsAccess } from './aws-access.tsx'

const text = directoryText.payers

/** One payer: what it owns, and the cases a change would touch. */
export function PayerPage({ id }: { readonly id: string }) {
  const payer = usePayer()
  useEffect(() => {
    void usePayer.getState().load({ payer: id }, { keep: false })
  }, [id])
  // Before the effect has run, the store still holds the payer that was shown before.
  if (payer.input?.payer !== id) return null
  if (payer.error?.code === 'payer.unknown') {
    return (
      <Page title="Payers">
        <EmptyState art="no-match" title={text.missing} action={<a href="#/payers">All payers</a>} />
      </Page>
    )
  }
  return (
    <Loaded from={payer}>
      {(found) => (
        <Page title={`Payer ${spokenAccount(found.accountId)}`} subtitle={text.touches(found.customers)}>
          <PayerForm key={found.revision} payer={found} />
          <AwsAccess key={`access ${found.revision}`} payer={found} />
          <CasesOf filter={{ payer: id }} />
        </Page>
      )}
    </Loaded>
  )
}

const KINDS = (['dedicated', 'shared', 'transfer'] as const).map((value) => ({ value, label: text.kinds[value] }))

function PayerForm({ payer }: { readonly payer: PayerView }) {
  const [form, setForm] = useState({
    reportName: payer.reportName,
    bucket: payer.bucket,
    prefix: payer.prefix,
    region: payer.region,
    crawlerStackName: payer.crawlerStackName,
  })
  const [kind, setKind] = useState(payer.kind)
  const { run, busy, error } = useSubmit()
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onValue: (value: string) => setForm({ ...form, [name]: value }),
    problem: fieldProblem(error, name),
    mono: true,
  })
  const save = (confirmed: boolean) =>
    run(async () => {
      await client.send('payer.set', {
        payer: payer.id,
        revision: payer.revision,
        set: { ...form, kind },
        ...(confirmed ? { confirmed } : {}),
      })
      await usePayer.getState().refresh()
      toast.done(directoryText.saved(`Payer ${spokenAccount(payer.accountId)}`))
    })
  return (
    <Section title="Facts">
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <SelectField
          label="Kind"
          value={kind}
          onValue={setKind}
          options={KINDS}
          problem={fieldProblem(error, 'kind')}
        />
        <TextField label="Report name" {...field('reportName')} />
        <TextField label="Bucket" {...field('bucket')} />
        <TextField label="Prefix" {...field('prefix')} />
        <TextField label="Region" {...field('region')} />
        <TextField label="Crawler stack name" {...field('crawlerStackName')} />
        <Problem error={otherProblem(error, [...Object.keys(form), 'kind'])}>
          {asksToConfirm(error) && <Button onClick={() => void save(true)}>{text.changeForAll}</Button>}
        </Problem>
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Save payer
          </Button>
        </div>
      </form>
    </Section>
  )
}
