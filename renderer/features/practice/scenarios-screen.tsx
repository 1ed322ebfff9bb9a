import { CirclePlay } from 'lucide-react'
import type { PracticeState } from '../../../shared/contract/operations/practice.ts'
import { shellText } from '../../../shared/text/ui/shell.ts'
import { client } from '../../client/index.ts'
import { usePractice } from '../../state/queries.ts'
import { useIsPractice, useSession } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { StatusPill } from '../../ui/status-pill.tsx'
import styles from './scenarios-screen.module.css'

const text = shellText.scenarios

/** What can go wrong, to be met on purpose: each scenario with what happens and what the app should say. */
export function ScenariosScreen() {
  const practice = usePractice()
  const isPractice = useIsPractice()
  const { run, busy, error } = useSubmit()
  if (!isPractice) {
    return (
      <Page title={text.title}>
        <EmptyState
          art="first-case"
          title={text.onlyInPractice}
          action={
            <Button onClick={() => void run(() => useSession.getState().switchTo('practice'))}>{text.practise}</Button>
          }
        >
          {text.onlyInPracticeHint}
        </EmptyState>
        <Problem error={error} />
      </Page>
    )
  }
  const choose = (name: string, title: string) =>
    run(async () => {
      usePractice.getState().put(await client.send('practice.scenario', { name }))
      toast.done(text.chosen(title))
    })
  return (
    <Page title={text.title} subtitle={text.lead}>
      <Problem error={error} />
      <Loaded from={practice}>
        {(state) => (
          <ul className={styles.list}>
            {state.scenarios.map((one) => (
              <Scenario
                key={one.name}
                scenario={one}
                current={one.name === state.scenario}
                busy={busy}
                onChoose={() => void choose(one.name, one.title)}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

interface ScenarioProps {
  readonly scenario: PracticeState['scenarios'][number]
  readonly current: boolean
  readonly busy: boolean
  readonly onChoose: () => void
}

function Scenario({ scenario, current, busy, onChoose }: ScenarioProps) {
  return (
    <li className={styles.scenario} aria-current={current || undefined}>
      <h2 className={styles.title}>{scenario.title}</h2>
      <dl className={styles.told}>
        <dt>{text.happens}</dt>
        <dd>{scenario.shows}</dd>
        <dt>{text.says}</dt>
        <dd>{scenario.says}</dd>
      </dl>
      <div className={styles.choice}>
        {current ? (
          <StatusPill tone="active" icon={<CirclePlay aria-hidden />}>
            {text.current}
          </StatusPill>
        ) : (
          <Button aria-label={`${text.choose}: ${scenario.title}`} busy={busy} onClick={onChoose}>
            {text.choose}
          </Button>
        )}
      </div>
    </li>
  )
}
