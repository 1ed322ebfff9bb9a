import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { count } from '../../format/plural.ts'
import { ACTIVE, parseCaseAddress, sameFilter } from '../../state/case-address.ts'
import { useCaseList } from '../../state/case-list.ts'
import { useSurface } from '../../state/surfaces.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CaseBoard } from './case-board.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseGrid } from './case-grid.tsx'
import styles from './cases-screen.module.css'
import { PickedBar } from './picked-bar.tsx'
import { ViewBar } from './view-bar.tsx'

/** All cases: found by a few letters, in the order in which they press. `search` says which, as the address does. */
export function CasesScreen({ search }: { readonly search: string }) {
  const { total, answered, error, slow, filter, layout } = useCaseList()
  const showNewCase = () => useSurface.getState().show('new-case')

  useEffect(() => useCaseList.getState().follow(parseCaseAddress(search)), [search])

  const unfiltered = sameFilter(filter, { states: [] }) || sameFilter(filter, { states: [...ACTIVE] })
  return (
    <div className={styles.screen} data-answered={answered ?? undefined}>
      <header className={styles.header}>
        <PageHeading title="Cases" />
        <p className={styles.total} role="status">
          {total === null ? (slow ? 'Loading…' : '') : count(total, 'case')}
        </p>
        <div className={styles.new}>
          <Button variant="primary" icon={<Plus aria-hidden />} onClick={showNewCase}>
            New case
          </Button>
        </div>
        <div className={styles.tools}>
          <ViewBar />
          <CaseFilters />
        </div>
      </header>
      {layout === 'list' && <PickedBar />}
      <Problem error={error} />
      {total === 0 ? (
        <EmptyState
          art={unfiltered ? 'first-case' : 'no-match'}
          title={unfiltered ? casesText.first.title : casesText.none.title}
        >
          {unfiltered ? casesText.first.text : casesText.none.text}
        </EmptyState>
      ) : (
        total !== null && (layout === 'board' ? <CaseBoard /> : <CaseGrid />)
      )}
    </div>
  )
}
