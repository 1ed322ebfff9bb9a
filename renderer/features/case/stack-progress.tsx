import { useEffect, useRef, useState } from 'react'
import type { StackProgress as Progress } from '../../../shared/contract/operations/aws.ts'
import type { StepView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { asOperationError, client, type OperationError } from '../../client/index.ts'
import { dateTime } from '../../format/zoned.ts'
import { onCase } from '../../state/current-case.ts'
import { usePractice } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './stack-progress.module.css'

const text = caseText.stack
/** Real time between two looks at a stack in the making, in milliseconds: what a console page does as well. */
const EVERY = 8_000

/** The stack that a step's check saw in the making; null where it saw none. */
export function stackInTheMaking(step: StepView): 'crawler' | 'extractor' | null {
  const check = step.checks.find(({ findings }) => findings.some(({ code }) => code === 'stack.in-progress'))
  if (check === undefined) return null
  return check.id === 'crawler-stack.status' ? 'crawler' : 'extractor'
}

interface StackProgressProps {
  readonly caseId: string
  readonly step: StepView
  readonly stack: 'crawler' | 'extractor'
}

/** AWS at work, event by event, until the stack is settled; then the step's check looks at the result by itself. */
export function StackProgress({ caseId, step, stack }: StackProgressProps) {
  const zone = useZone()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<OperationError | null>(null)
  // A practice clock that was moved forward: there is something to see at once.
  const practiceNow = usePractice((s) => s.data?.now)
  const checked = useRef(false)
  const { id: stepId } = step

  // biome-ignore lint/correctness/useExhaustiveDependencies: the practice clock only starts it anew
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const look = async () => {
      try {
        const seen = await client.send('stack.progress', { case: caseId, stack })
        if (stopped) return
        setProgress(seen)
        setError(null)
        if (!seen.settled) timer = setTimeout(look, EVERY)
        else if (!checked.current) {
          checked.current = true
          await onCase('case.check', { step: stepId })
        }
      } catch (thrown) {
        if (!stopped) setError(asOperationError(thrown))
      }
    }
    void look()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [caseId, stack, stepId, practiceNow])

  if (progress === null) return <Problem error={error} />
  // AWS names a resource once it begins with it: until the end nobody knows how many there will be.
  const made = progress.settled ? text.done(progress.done, progress.total) : text.soFar(progress.done)
  return (
    <section className={styles.stack} aria-label={text.title(progress.name)}>
      <p className={styles.head}>
        <strong>{text.title(progress.name)}</strong>
        <code>{progress.status}</code>
        <span role="status" className={styles.made}>
          {made}
        </span>
      </p>
      <Problem error={error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by key */}
      <section className={styles.events} tabIndex={0} aria-label={text.events}>
        <DataTable
          label={text.events}
          rows={progress.events.map((event, i) => ({ ...event, key: `${progress.events.length - i}` }))}
          rowKey={(event) => event.key}
          columns={[
            { key: 'time', title: text.time, tight: true, cell: (event) => dateTime(event.at, zone) },
            { key: 'resource', title: text.resource, heads: true, cell: (event) => event.resource },
            { key: 'status', title: text.status, cell: (event) => <code>{event.status}</code> },
            { key: 'reason', title: text.reason, extra: true, cell: (event) => event.reason },
          ]}
        />
      </section>
    </section>
  )
}
