import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { caseAddressHref } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { go } from '../../state/location.ts'
import { type Column, useColumns } from './case-columns.ts'
import styles from './case-grid.module.css'

/** Orders that begin with the newest: the arrow says which way the list runs. */
const DOWNWARDS = ['updated']
const STEP = 16

/** The head of a column: a click or Enter sorts by it, its edge is drawn or moved with the arrow keys. */
export function ColumnHead({ column }: { readonly column: Column }) {
  const { order, reverse } = useCaseList()
  const isSorted = column.order !== null && column.order === order
  const isDown = DOWNWARDS.includes(order) !== reverse
  const sort = () => {
    const { filter, layout } = useCaseList.getState()
    if (column.order === null) return
    const turned = isSorted && !reverse
    go(caseAddressHref({ filter, layout, order: column.order, reverse: turned }))
  }
  return (
    // biome-ignore lint/a11y: the grid holds the focus
    <div
      role="columnheader"
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
      className={styles.headCell}
    >
      {column.order === null ? (
        <span className={styles.headText}>{column.title}</span>
      ) : (
        <button type="button" className={styles.sort} onClick={sort}>
          <span className={styles.headText}>{column.title}</span>
          {isSorted && (isDown ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
        </button>
      )}
      <Edge column={column} />
    </div>
  )
}

function Edge({ column }: { readonly column: Column }) {
  const resize = (width: number) => useColumns.getState().resize(column.id, width)
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    resize(column.width + by)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault()
    const { currentTarget: edge, clientX: from, pointerId } = event
    edge.setPointerCapture(pointerId)
    const move = (to: globalThis.PointerEvent) => resize(column.width + to.clientX - from)
    edge.addEventListener('pointermove', move)
    const end = () => edge.removeEventListener('pointermove', move)
    edge.addEventListener('pointerup', end, { once: true })
    edge.addEventListener('pointercancel', end, { once: true })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule does not take the focus, and this one is moved
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={casesText.columns.width(column.title)}
      aria-valuenow={column.width}
      aria-valuemin={56}
      aria-valuemax={640}
      tabIndex={0}
      className={styles.edge}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  )
}
