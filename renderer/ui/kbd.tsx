import { type KeyId, keyEntry, MOD_KEY } from '../../shared/text/keys.ts'
import styles from './kbd.module.css'

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The name of the modifier as this machine's keyboard has it. */
export const MOD = onMac ? '⌘' : 'Ctrl'

/** The keys of the one key map, as this machine's keyboard has them. */
export function keysOf(id: KeyId): readonly string[] {
  return (keyEntry(id).keys ?? []).map((key) => (key === MOD_KEY ? MOD : key))
}

/** A key or a chord, one box a key. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
