import type { ReactNode } from 'react'
import styles from './art.module.css'

export type ArtName = 'clear-desk' | 'no-match' | 'first-case' | 'closed-door'

const PICTURES: Readonly<Record<ArtName, ReactNode>> = {
  'clear-desk': (
    <>
      <path className={styles.ground} d="M22 96h116" />
      <path className={styles.paper} d="M48 44h52a6 6 0 0 1 6 6v46H54a6 6 0 0 1-6-6Z" />
      <path className={styles.edge} d="M48 44h52a6 6 0 0 1 6 6v46H54a6 6 0 0 1-6-6Z" />
      <path className={styles.faint} d="M60 60h12m-12 12h12" />
      <path className={styles.tick} d="m80 66 7 7 13-16" />
      <path className={styles.edge} d="M116 70h14v12a10 10 0 0 1-10 10h-4a0 0 0 0 1 0 0V70Zm14 3h4a4 4 0 0 1 0 10h-4" />
      <path className={styles.faint} d="M120 62c0-4 4-4 4-8m4 8c0-4 4-4 4-8" />
    </>
  ),
  'no-match': (
    <>
      <path className={styles.ground} d="M22 96h116" />
      <path className={styles.paper} d="M40 36h44a6 6 0 0 1 6 6v54H46a6 6 0 0 1-6-6Z" />
      <path className={styles.edge} d="M40 36h44a6 6 0 0 1 6 6v54H46a6 6 0 0 1-6-6Z" />
      <path className={styles.faint} d="M52 52h24m-24 12h24m-24 12h14" />
      <circle className={styles.lens} cx="98" cy="66" r="18" />
      <path className={styles.edge} d="m111 79 14 14" />
    </>
  ),
  'first-case': (
    <>
      <path className={styles.ground} d="M22 96h116" />
      <path className={styles.paper} d="M38 56a5 5 0 0 1 5-5h22l8 8h44a5 5 0 0 1 5 5v32H38Z" />
      <path className={styles.edge} d="M38 56a5 5 0 0 1 5-5h22l8 8h44a5 5 0 0 1 5 5v32H38Z" />
      <path className={styles.tick} d="M80 68v18m-9-9h18" />
      <path className={styles.faint} d="M56 40h48m-38-11h28" />
    </>
  ),
  'closed-door': (
    <>
      <path className={styles.ground} d="M22 96h116" />
      <path className={styles.paper} d="M52 30h56v66H52Z" />
      <path className={styles.edge} d="M52 96V34a4 4 0 0 1 4-4h48a4 4 0 0 1 4 4v62" />
      <circle className={styles.edge} cx="80" cy="58" r="9" />
      <path className={styles.edge} d="M80 67v11" />
      <path className={styles.faint} d="M64 88h32" />
    </>
  ),
}

/** The app's own small drawings; they say nothing that the words beside them do not. */
export function Art({ name }: { readonly name: ArtName }) {
  return (
    <svg className={styles.art} viewBox="0 0 160 110" width="160" height="110" aria-hidden="true">
      {PICTURES[name]}
    </svg>
  )
}

/** The casebook: the app's mark, as in resources/icon.svg. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true">
      <rect x="4" y="4" width="56" height="56" rx="14" fill="#1f3f7d" />
      <path d="M19 14h23a5 5 0 0 1 5 5v31H22a5 5 0 0 1-5-5V16a2 2 0 0 1 2-2Z" fill="#f4f7fd" />
      <path d="M17 45a5 5 0 0 1 5-5h25v10H22a5 5 0 0 1-5-5Z" fill="#c9d7f2" />
      <path d="M25 23h5m-5 8h5" stroke="#8aa6da" strokeWidth="3" strokeLinecap="round" />
      <path
        d="m32 27 4 4 7-9"
        fill="none"
        stroke="#1c6b45"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
