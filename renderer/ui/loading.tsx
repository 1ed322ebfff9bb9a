import type { ReactNode } from 'react'
import { shellText } from '../../shared/text/ui/shell.ts'
import type { OperationError } from '../client/index.ts'
import { Button } from './button.tsx'
import styles from './loading.module.css'
import { Problem } from './problem.tsx'

interface Answer<T> {
  readonly data: T | null
  readonly error: OperationError | null
  readonly slow: boolean
  refresh(): Promise<void>
}

/** Shows data when it is there; before that nothing for 150 ms, then a word; a failure with its way out. */
export function Loaded<T>({ from, children }: { readonly from: Answer<T>; readonly children: (data: T) => ReactNode }) {
  if (from.data !== null) {
    return (
      <>
        {from.error && <Failed error={from.error} retry={from.refresh} />}
        {children(from.data)}
      </>
    )
  }
  if (from.error) return <Failed error={from.error} retry={from.refresh} />
  return from.slow ? (
    <p className={styles.slow} role="status">
      {shellText.loading}
    </p>
  ) : null
}

function Failed({ error, retry }: { readonly error: OperationError; readonly retry: () => Promise<void> }) {
  return (
    <Problem error={error}>
      <div className={styles.retry}>
        <Button onClick={() => void retry()}>Try again</Button>
      </div>
    </Problem>
  )
}
