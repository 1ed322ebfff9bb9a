import { useState } from 'react'
import type { PayerView } from '../../../shared/contract/views.ts'
import { checksText } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import { CopyPolicy } from '../checks/copy-policy.tsx'
import styles from './aws-access.module.css'

const text = checksText.policy

/** What a role has to be allowed so that the checks can look, to copy or to read first. */
export function ReadPolicy({ payer }: { readonly payer: PayerView }) {
  const [policy, setPolicy] = useState<string | null>(null)
  const { run, busy, error } = useSubmit()
  const show = () => run(async () => setPolicy((await client.send('aws.read-policy', { payer: payer.id })).policy))
  return (
    <div className={styles.policy}>
      <h3 className={styles.subtitle}>{text.title}</h3>
      <p className={styles.hint}>{text.hint}</p>
      <div className={styles.buttons}>
        <CopyPolicy payer={payer.id} />
        {policy === null && (
          <Button variant="quiet" busy={busy} onClick={() => void show()}>
            {text.show}
          </Button>
        )}
      </div>
      <Problem error={error} />
      {policy !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by key
        <pre className={styles.json} tabIndex={0}>
          {policy}
        </pre>
      )}
    </div>
  )
}
