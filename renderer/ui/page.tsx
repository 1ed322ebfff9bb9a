import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page.module.css'

let visited = false

interface PageProps {
  readonly title: string
  /** For the window's title where it says more than the heading. */
  readonly windowTitle?: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen: its heading, its actions, its content. */
export function Page({ title, windowTitle, subtitle, actions, children }: PageProps) {
  return (
    <div className={styles.scroller}>
      <div className={styles.page}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <PageHeading title={title} {...(windowTitle === undefined ? {} : { windowTitle })} />
            {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}

/** The heading of a screen. It names the window and takes the focus when the operator has come from another screen. */
export function PageHeading({ title, windowTitle = title }: { readonly title: string; readonly windowTitle?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${windowTitle} · MSP Casebook`
  }, [windowTitle])
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true })
    visited = true
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {title}
    </h1>
  )
}

/** A part of a screen under its own heading. */
export function Section({
  title,
  hint,
  actions,
  children,
}: {
  readonly title: string
  readonly hint?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHeader}>
        <div>
          <h2 className={styles.sectionTitle}>{title}</h2>
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  )
}
