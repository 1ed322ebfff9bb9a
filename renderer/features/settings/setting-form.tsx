import type { ReactNode } from 'react'
import type { OperationError } from '../../client/index.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import styles from './setting-form.module.css'

interface SettingFormProps {
  readonly title: string
  readonly hint: string
  readonly button: string
  readonly busy: boolean
  /** A refusal that no field of the form says itself. */
  readonly problem: OperationError | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** One part of the settings with its own save button. */
export function SettingForm({ title, hint, button, busy, problem, onSubmit, children }: SettingFormProps) {
  return (
    <Section title={title} hint={hint}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <Problem error={problem} />
        <div>
          <Button type="submit" busy={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Section>
  )
}
