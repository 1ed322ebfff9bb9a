import { directoryText } from '../../../shared/text/ui/directory.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { usePayer } from '../../state/queries.ts'
import { useAsked } from '../../state/use-asked.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { CasesOf } from '../customers/cases-of.tsx'
import { Duplicates } from '../customers/duplicates.tsx'
import { AwsAccess } from './aws-access.tsx'
import { PayerForm } from './payer-form.tsx'

const text = directoryText.payers

/** One payer: what it owns, and the cases a change would touch. */
export function PayerPage({ id }: { readonly id: string }) {
  const payer = useAsked(usePayer, { payer: id })
  if (payer.error?.code === 'payer.unknown') {
    return (
      <Page title="Payers">
        <EmptyState art="no-match" title={text.missing} action={<a href="#/payers">All payers</a>} />
      </Page>
    )
  }
  return (
    <Loaded from={payer}>
      {(found) => (
        <Page title={`Payer ${spokenAccount(found.accountId)}`}>
          <Duplicates findings={found.duplicates} />
          <PayerForm key={found.id} payer={found} />
          <AwsAccess key={`access ${found.revision}`} payer={found} />
          <CasesOf filter={{ payer: id }} />
        </Page>
      )}
    </Loaded>
  )
}
