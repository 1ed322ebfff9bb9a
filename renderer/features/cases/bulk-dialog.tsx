import { useEffect, useMemo, useState } from 'react'
import type { InputOf } from '../../../shared/contract/index.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { client } from '../../client/index.ts'
import { count } from '../../format/plural.ts'
import { useCaseList } from '../../state/case-list.ts'
import { useSettings } from '../../state/queries.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Problem } from '../../ui/problem.tsx'

type Edit = InputOf<'case.bulk'>

const usePreview = createQueryStore(client, 'case.bulk-preview')
const text = casesText.bulk

/** One change to all picked cases: what it would do is seen before it is done, and one undo takes it back. */
export function BulkDialog({ number, onClose }: { readonly number: number; readonly onClose: () => void }) {
  const operators = useSettings((s) => s.data?.operators) ?? []
  const [owner, setOwner] = useState('')
  const [add, setAdd] = useState('')
  const [remove, setRemove] = useState('')
  const preview = usePreview()
  const { run, busy, error } = useSubmit()
  const edit = useMemo(() => editOf(owner, add, remove), [owner, add, remove])
  const changes = preview.data?.changes ?? 0

  useEffect(() => {
    void usePreview.getState().load(edit)
  }, [edit])

  const change = async () => {
    const { changed, sequence } = await client.send('case.bulk', edit)
    useCaseList.getState().pickNone()
    await useCaseList.getState().refresh()
    if (sequence !== null) toast.undoable(text.done(count(changed, 'case')), () => void takeBack(sequence))
  }

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title(count(number, 'case'))}
      description={text.lead}
      onSubmit={() => void run(change).then((done) => done && onClose())}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={changes === 0}>
            {changes === 0 ? 'Change' : text.title(count(changes, 'case'))}
          </Button>
        </>
      }
    >
      <SelectField
        label="Owner"
        value={owner}
        onValue={setOwner}
        options={[{ value: '', label: 'As it is' }, ...operators.map(({ name }) => ({ value: name, label: name }))]}
      />
      <TextField label="Add tags" help={text.add} value={add} onValue={setAdd} />
      <TextField label="Remove tags" value={remove} onValue={setRemove} />
      <Loaded from={preview}>
        {({ rows, changes: all }) =>
          rows.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <>
              <DataTable
                label="Preview"
                rows={rows}
                rowKey={(row) => row.ref}
                columns={[
                  { key: 'ref', title: 'Case', heads: true, tight: true, cell: (row) => row.ref },
                  { key: 'customer', title: 'Customer', cell: (row) => row.customer },
                  { key: 'before', title: text.before, cell: (row) => row.before },
                  { key: 'after', title: text.after, cell: (row) => row.after },
                ]}
              />
              {all > rows.length && <p>{text.more(all - rows.length)}</p>}
            </>
          )
        }
      </Loaded>
      <Problem error={error} />
    </Dialog>
  )
}

function editOf(owner: string, add: string, remove: string): Edit {
  const { picked, query } = useCaseList.getState()
  const { order: _order, ...view } = query
  return {
    ...(picked === 'all' ? { query: view } : { cases: [...picked] }),
    set: { ...(owner === '' ? {} : { owner }), addTags: tagsIn(add), removeTags: tagsIn(remove) },
  }
}

function tagsIn(typed: string): string[] {
  return typed
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

async function takeBack(sequence: number): Promise<void> {
  try {
    await client.send('undo.change', { sequence })
    toast.done(text.undone)
  } catch (thrown) {
    toast.failed(thrown)
  }
}
