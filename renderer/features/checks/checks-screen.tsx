import { RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { CheckListView } from '../../../shared/contract/operations/aws.ts'
import { checksText as text } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { useChecks, useRound, useWatch } from '../../state/queries.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CheckGroup } from './check-group.tsx'
import styles from './checks-screen.module.css'
import { News } from './news.tsx'
import { Round } from './round.tsx'
import { Watcher } from './watcher.tsx'

/** Everything AWS last showed, by verdict; looking again over all cases; and what is looked at in the background. */
export function ChecksScreen() {
  const checks = useChecks()
  const round = useRound((s) => s.data)
  const watch = useWatch()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { run, busy, error } = useSubmit()
  useEffect(() => {
    void useChecks.getState().load({})
    void useRound.getState().load({ outcome: 'refused' })
    if (useWatch.getState().input === null) void useWatch.getState().load({})
    return useRound.getState().leave
  }, [])
  const pick = (caseId: string, on: boolean) => {
    const next = new Set(picked)
    if (on) next.add(caseId)
    else next.delete(caseId)
    setPicked(next)
  }
  const running = round?.state === 'running' || round?.state === 'cancelling'
  const start = () =>
    run(async () => {
      const cases = [...picked]
      useRound.getState().put(await client.send('checks.run', cases.length === 0 ? {} : { cases }))
      setPicked(new Set())
    })
  return (
    <Page
      title="Checks"
      subtitle={text.lead}
      actions={
        <Button variant="primary" icon={<RefreshCw aria-hidden />} busy={busy || running} onClick={() => void start()}>
          {picked.size === 0 ? text.run : text.runSome(picked.size)}
        </Button>
      }
    >
      <Problem error={error} />
      {round !== null && <Round round={round} />}
      <div className={styles.columns}>
        <div className={styles.results}>
          <Loaded from={checks}>{(data) => <Results list={data} picked={picked} onPick={pick} />}</Loaded>
        </div>
        <div className={styles.beside}>
          <Loaded from={watch}>
            {(data) => (
              <>
                <News news={data.news} />
                <Watcher watch={data} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </Page>
  )
}

interface ResultsProps {
  readonly list: CheckListView
  readonly picked: ReadonlySet<string>
  readonly onPick: (caseId: string, on: boolean) => void
}

function Results({ list, picked, onPick }: ResultsProps) {
  if (list.groups.length > 0) {
    return list.groups.map((group) => <CheckGroup key={group.outcome} group={group} picked={picked} onPick={onPick} />)
  }
  const { title, text: said } = list.lookable ? text.none : text.nothingToLookWith
  return (
    <EmptyState
      art="clear-desk"
      title={title}
      {...(list.lookable ? {} : { action: <ButtonLink href="#/payers">All payers</ButtonLink> })}
    >
      {said}
    </EmptyState>
  )
}
