import { Component, type ReactNode } from 'react'
import { shellText } from '../../shared/text/ui/shell.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/problem.tsx'
import styles from './error-boundary.module.css'

/** Catches what a screen throws while drawing, so that the rest of the app stays usable. A new `key` is a new try. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError(): { readonly crashed: boolean } {
    return { crashed: true }
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children
    return (
      <div className={styles.crashed}>
        <Problem error={shellText.crashed}>
          <div className={styles.action}>
            <Button onClick={() => window.location.reload()}>Reload</Button>
          </div>
        </Problem>
      </div>
    )
  }
}
