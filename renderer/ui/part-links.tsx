import styles from './part-links.module.css'

interface Part {
  readonly href: string
  readonly title: string
  readonly isShown: boolean
}

interface PartLinksProps {
  readonly label: string
  readonly parts: readonly Part[]
  /** Draws the line that the links stand on; without it they stand on the edge of what holds them. */
  readonly line?: boolean
}

/** The parts of a screen, each with its own address; the one that is shown is underlined. */
export function PartLinks({ label, parts, line = false }: PartLinksProps) {
  return (
    <nav aria-label={label} className={styles.parts} data-line={line || undefined}>
      {parts.map(({ href, title, isShown }) => (
        <a key={href} href={href} className={styles.part} aria-current={isShown ? 'page' : undefined}>
          {title}
        </a>
      ))}
    </nav>
  )
}
