import type { CheckView } from '../../../shared/contract/views.ts'
import { checksText as text } from '../../../shared/text/ui/checks.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { CheckOutcome } from './check-outcome.tsx'
import styles from './check-result.module.css'
import { CopyPolicy, lacksAccess } from './copy-policy.tsx'

/** What one check saw: expected against actual, cause and way out, and with whose eyes. @param payer ID or account */
export function CheckResult({ check, payer }: { readonly check: CheckView; readonly payer: string }) {
  return (
    <>
      {check.lines.length > 0 && (
        <DataTable
          label={check.title}
          rows={check.lines}
          rowKey={(line) => line.label}
          columns={[
            { key: 'what', title: 'What', heads: true, cell: (line) => line.label },
            { key: 'expected', title: 'Expected', cell: (line) => <AccountId id={line.expected} /> },
            { key: 'actual', title: 'Actual', cell: (line) => <AccountId id={line.actual} /> },
            { key: 'outcome', title: 'Result', cell: (line) => <CheckOutcome outcome={line.outcome} /> },
          ]}
        />
      )}
      <FindingList findings={check.findings} />
      {lacksAccess(check.findings) && <CopyPolicy payer={payer} />}
      {check.identity !== null && (
        <p className={styles.identity}>
          {text.seenAs} <AccountId id={check.identity.accountId} /> <code>{check.identity.arn}</code> {text.at}{' '}
          {check.identity.endpoint}
          {check.identity.simulated && `, ${text.simulated}`}
        </p>
      )}
    </>
  )
}
