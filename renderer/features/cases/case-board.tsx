import { useEffect, useState } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import type { CaseFilter } from '../../../shared/domain/records/case-filter.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { useProcedures } from '../../state/queries.ts'
import { BoardColumn } from './board-column.tsx'
import styles from './case-board.module.css'
import { MoveDialog, type Phase } from './move-dialog.tsx'

const text = casesText.board

/** The procedure whose phases are shown where no filter names one. */
const USUAL = 'msp-cur-extraction'

/** The cases by phase. What a card is dragged to, V and its button lead to as well; what it takes is said before. */
export function CaseBoard() {
  const filter = useCaseList((s) => s.filter)
  const procedures = useProcedures((s) => s.data?.procedures) ?? []
  const [moving, setMoving] = useState<{ readonly row: CaseRowView; readonly to: string | null | undefined } | null>(
    null,
  )
  useEffect(() => {
    void useProcedures.getState().load({})
  }, [])
  const procedure = procedures.find((p) => p.id === (filter.procedure ?? USUAL))
  if (!procedure) return null
  const phases: readonly Phase[] = procedure.phaseIds.map((id, n) => ({ id, title: procedure.phases[n] ?? id }))
  const columns: readonly { readonly id: string | null; readonly title: string; readonly filter: CaseFilter }[] = [
    ...phases.map(({ id, title }) => ({ id, title, filter: { ...filter, procedure: procedure.id, phase: id } })),
    { id: null, title: text.done, filter: { ...filter, procedure: procedure.id, phase: null, states: ['done'] } },
  ]
  const choose = (id: string) =>
    go(caseAddressHref({ ...useCaseList.getState(), filter: { ...filter, procedure: id, phase: null } }))
  return (
    <>
      <div className={styles.head}>
        <label className={styles.procedure}>
          <span>{text.procedure}</span>
          <select value={procedure.id} onChange={(event) => choose(event.target.value)}>
            {procedures.map((p) => (
              <option key={p.id} value={p.id}>
                {p.title}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.keys}>{text.keys}</p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: columns side by side, not a form */}
      <div className={styles.board} role="group" aria-label={text.label}>
        {columns.map((column, n) => (
          <BoardColumn
            key={column.id ?? 'done'}
            place={n}
            title={column.title}
            filter={column.filter}
            onMove={(row) => setMoving({ row, to: undefined })}
            onDrop={(row) => setMoving({ row, to: column.id })}
          />
        ))}
      </div>
      {moving && <MoveDialog row={moving.row} to={moving.to} phases={phases} onClose={() => setMoving(null)} />}
    </>
  )
}
