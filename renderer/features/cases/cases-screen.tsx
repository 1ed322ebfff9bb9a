import { Plus } from 'lucide-react'
import { useEffect } from 'react'
import { casesText } from '../../../shared/text/ui/cases.ts'
import { count } from '../../format/plural.ts'
import { useCaseList } from '../../state/case-list.ts'
import { useSurface } from '../../state/surfaces.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseGrid } from './case-grid.tsx'
import styles from './cases-screen.module.css'
import { PickedBar } from './picked-bar.tsx'

/** All cases: found by a few letters, in the order in which they press. */
export function CasesScreen() {
  const { rows, total, error, slow, query } = useCaseList()
  const showNewCase = () => useSurface.getState().show('new-case')

  useEffect(() => {
    void useCaseList.getState().refresh()
  }, [])

  const newCase = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={showNewCase}>
      New case
    </Button>
  )
  const filters = [query.text, query.owner, query.phase, query.dueBefore]
  const unfiltered = filters.every((f) => !f) && (query.states ?? []).length === 0
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <PageHeading title="Cases" />
        <p className={styles.total} role="status">
          {total === null ? (slow ? 'Loading…' : '') : count(total, 'case')}
        </p>
        <div className={styles.new}>{newCase}</div>
        <CaseFilters />
      </header>
      <PickedBar />
      <Problem error={error} />
      {rows.length > 0 ? (
        <CaseGrid />
      ) : (
        total === 0 && (
          <EmptyState
            art={unfiltered ? 'first-case' : 'no-match'}
            title={unfiltered ? casesText.first.title : casesText.none.title}
          >
            {unfiltered ? casesText.first.text : casesText.none.text}
          </EmptyState>
        )
      )}
    </div>
  )
}
