import { accountGroups } from '../format/account-id.ts'
import styles from './account-id.module.css'

/**
 * An account ID in groups of four. The gaps are drawn, not typed: whoever selects and copies it gets the digits alone.
 */
export function AccountId({ id }: { readonly id: string }) {
  const groups = accountGroups(id)
  if (!groups) return <span className={styles.mono}>{id}</span>
  return (
    <span className={styles.mono}>
      <span className={styles.group}>{groups[0]}</span>
      <span className={styles.group}>{groups[1]}</span>
      {groups[2]}
    </span>
  )
}
