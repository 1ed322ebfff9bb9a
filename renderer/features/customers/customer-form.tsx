import { useState } from 'react'
import type { CustomerView, FindingView } from '../../../shared/contract/views.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useCustomer } from '../../state/queries.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Problem } from '../../ui/problem.tsx'
import { type Contact, ContactFields, filledIn } from './contact-fields.tsx'
import { withoutDuplicates } from './duplicates.tsx'
import styles from './facts-page.module.css'

const text = directoryText.customers

type Field = 'name' | 'managementAccountId' | 'orgIds' | 'tags' | 'notes'

/** What was typed over a field, and what stood there when it began. */
interface Draft {
  readonly text: string
  readonly base: string
}

/** The facts of a customer, edited in place. What somebody else saves meanwhile is shown beside what is typed here. */
export function CustomerForm({ customer }: { readonly customer: CustomerView }) {
  const [drafts, setDrafts] = useState<Partial<Record<Field, Draft>>>({})
  const [contacts, setContacts] = useState<readonly Contact[] | null>(null)
  const [noticed, setNoticed] = useState<readonly FindingView[]>([])
  const { run, busy, error } = useSubmit()
  const recorded: Readonly<Record<Field, string>> = {
    name: customer.name,
    managementAccountId: customer.managementAccountId,
    orgIds: customer.orgIds.join(', '),
    tags: customer.tags.join(', '),
    notes: customer.notes,
  }
  const dropDraft = (name: Field) => setDrafts(({ [name]: _dropped, ...rest }) => rest)
  const field = (name: Field) => ({
    value: drafts[name]?.text ?? recorded[name],
    onValue: (typed: string) =>
      setDrafts((before) => ({ ...before, [name]: { text: typed, base: before[name]?.base ?? recorded[name] } })),
    problem: fieldProblem(error, name),
    help: <FieldHelp name={name} draft={drafts[name]} recorded={recorded[name]} onTake={() => dropDraft(name)} />,
  })
  const changed = (name: Field) => {
    const draft = drafts[name]
    return draft !== undefined && draft.text !== recorded[name] ? draft.text : undefined
  }
  const save = async () => {
    const [name, managementAccountId, orgIds, notes] = (
      ['name', 'managementAccountId', 'orgIds', 'notes'] as const
    ).map(changed)
    const tags = changed('tags')
    const set = {
      ...(name === undefined ? {} : { name }),
      ...(managementAccountId === undefined ? {} : { managementAccountId }),
      ...(orgIds === undefined ? {} : { orgIds }),
      ...(notes === undefined ? {} : { notes }),
      ...(tags === undefined ? {} : { tags: listOf(tags) }),
      ...(contacts === null ? {} : { contacts: filledIn(contacts) }),
    }
    try {
      const saved = await client.send('customer.set', { customer: customer.id, revision: customer.revision, set })
      setDrafts({})
      setContacts(null)
      setNoticed(withoutDuplicates(saved.noticed))
      toast.done(directoryText.saved(saved.name))
    } finally {
      // After a conflict as well: the fields then show what the other window saved.
      await useCustomer.getState().refresh()
    }
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void run(save)
      }}
    >
      <TextField label="Customer name" {...field('name')} />
      <TextField label="Management account ID" mono inputMode="numeric" {...field('managementAccountId')} />
      <TextField label="Spot Org IDs" mono {...field('orgIds')} />
      <FindingList findings={noticed} />
      <ContactFields contacts={contacts ?? customer.contacts} onContacts={setContacts} />
      <TextField label="Tags" {...field('tags')} />
      <TextArea label="Notes" {...field('notes')} />
      <Problem error={otherProblem(error, Object.keys(recorded))} />
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          Save customer
        </Button>
      </div>
    </form>
  )
}

const HELP: Partial<Record<Field, string>> = { orgIds: text.orgIds, tags: text.tags, notes: text.notes }

interface FieldHelpProps {
  readonly name: Field
  readonly draft: Draft | undefined
  readonly recorded: string
  readonly onTake: () => void
}

/** What the field is for; where somebody was faster, what they put there. */
function FieldHelp({ name, draft, recorded, onTake }: FieldHelpProps) {
  if (draft === undefined || draft.base === recorded || draft.text === recorded) return HELP[name] ?? ''
  return (
    <>
      {text.theirs} “{recorded}”.{' '}
      <Button variant="quiet" onClick={onTake}>
        {text.takeTheirs}
      </Button>
    </>
  )
}

function listOf(typed: string): string[] {
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}
