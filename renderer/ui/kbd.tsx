import styles from './kbd.module.css'

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The name of the modifier as this machine's keyboard has it. */
export const MOD = onMac ? '⌘' : 'Ctrl'

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
