import type { OutputOf } from '../../../shared/contract/index.ts'
import { directoryText } from '../../../shared/text/ui/directory.ts'
import type { OperationError } from '../../client/index.ts'
import { caseHref } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'

const text = directoryText.payers.impact

interface ImpactDialogProps {
  readonly impact: OutputOf<'payer.impact'>
  readonly error: OperationError | null
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Every open case that the change touches, and how, before anything is saved. */
export function ImpactDialog({ impact, error, busy, onConfirm, onClose }: ImpactDialogProps) {
  const held = impact.cases.some((c) => c.held)
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      description={text.lead(impact.fields.join(', '), impact.cases.length)}
      footer={
        <>
          <Button onClick={onClose}>Back</Button>
          {!held && (
            <Button variant="primary" busy={busy} onClick={onConfirm}>
              {impact.cases.length === 1 ? text.confirmOne : text.confirmAll(impact.cases.length)}
            </Button>
          )}
        </>
      }
    >
      <DataTable
        label={text.title}
        rows={impact.cases}
        rowKey={(c) => c.case.id}
        columns={[
          {
            key: 'case',
            title: 'Case',
            heads: true,
            cell: (c) => (
              <a href={caseHref(c.case.ref)}>
                {c.case.ref} {c.case.customer}
              </a>
            ),
          },
          { key: 'effect', title: text.effect, cell: (c) => c.effect },
        ]}
      />
      {held && <p>{text.held}</p>}
      <Problem error={error} />
    </Dialog>
  )
}
