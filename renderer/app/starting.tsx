import { useEffect, useState } from 'react'
import { shellText } from '../../shared/text/ui/shell.ts'
import { SLOW_AFTER } from '../state/query-store.ts'
import styles from './whole-screen.module.css'

/** Before the host has answered: nothing at first, a word if it takes long. */
export function Starting() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={styles.screen}>
      <p role="status">{slow ? shellText.starting : ''}</p>
    </main>
  )
}
