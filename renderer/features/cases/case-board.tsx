import { useEffect, useMemo, useState } from 'react'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { useBoard, useProcedures } from '../../state/queries.ts'
import { Loaded } from '../../ui/loading.tsx'
import { BoardColumn } from './board-column.tsx'
import styles from './case-board.module.css'
import { MoveDialog, type Phase } from './move-dialog.tsx'
import { PAGE } from './use-board-column.ts'

const text = casesText.board

/** The procedure whose phases are shown where no filter names one. */
const USUAL = 'msp-cur-extraction'

/** The cases by phase. What a card is dragged to, V and its button lead to as well; what it takes is said before. */
export function CaseBoard() {
  const filter = useCaseList((s) => s.filter)
  const procedures = useProcedures((s) => s.data?.procedures) ?? []
  const board = useBoard()
  const [moving, setMoving] = useState<{ readonly row: CaseRowView; readonly to: string | null | undefined } | null>(
    null,
  )
  useEffect(() => {
    void useProcedures.getState().load({})
  }, [])
  const procedureId = filter.procedure ?? USUAL
  const asked = useMemo(() => ({ ...filter, procedure: procedureId }), [filter, procedureId])
  useEffect(() => {
    // Another procedure's cards stand under none of these phases; those of another filter stay until the new ones are here.
    const keep = useBoard.getState().input?.procedure === asked.procedure
    void useBoard.getState().load({ ...asked, limit: PAGE }, { keep })
  }, [asked])
  const procedure = procedures.find((p) => p.id === procedureId)
  if (!procedure) return null
  const phases: readonly Phase[] = procedure.phaseIds.map((id, n) => ({ id, title: procedure.phases[n] ?? id }))
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
        <Loaded from={board}>
          {({ columns }) =>
            columns.map((column, n) => (
              <BoardColumn
                key={column.phase ?? 'done'}
                place={n}
                title={phases.find(({ id }) => id === column.phase)?.title ?? text.done}
                column={column}
                filter={asked}
                onMove={(row) => setMoving({ row, to: undefined })}
                onDrop={(row) => setMoving({ row, to: column.phase })}
              />
            ))
          }
        </Loaded>
      </div>
      {moving && <MoveDialog row={moving.row} to={moving.to} phases={phases} onClose={() => setMoving(null)} />}
    </>
  )
}
