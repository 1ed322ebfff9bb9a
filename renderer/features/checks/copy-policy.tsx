import { ClipboardCopy } from 'lucide-react'
import { useState } from 'react'
import { checksText } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy.ts'
import { Problem } from '../../ui/problem.tsx'
import styles from './copy-policy.module.css'

const text = checksText.policy

/** Whether a finding says that a permission is missing. */
export function lacksAccess(findings: readonly { readonly code: string }[]): boolean {
  return findings.some(({ code }) => code === 'aws.no-access')
}

/** Copies the least policy that the checks of a payer need. @param payer record ID or account */
export function CopyPolicy({ payer }: { readonly payer: string }) {
  const [said, say] = useState('')
  const { run, busy, error } = useSubmit()
  const copy = () =>
    run(async () => {
      const { policy } = await client.send('aws.read-policy', { payer })
      try {
        await copyText(policy)
        say(text.copied)
      } catch {
        say(text.failed)
      }
    })
  return (
    <div className={styles.policy}>
      <Button icon={<ClipboardCopy aria-hidden />} busy={busy} onClick={() => void copy()}>
        {text.button}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Problem error={error} />
    </div>
  )
}
