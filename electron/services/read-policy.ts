import { readOnlyPolicy } from '../../shared/domain/aws-read-policy.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** The policy that lets the checks of a payer look, and change nothing. */
export function readPolicyHandlers({ ports: { store } }: Context): Pick<AppHandlers, 'aws.read-policy'> {
  return {
    async 'aws.read-policy'({ payer: named }) {
      const payer = (await store.payer(named)) ?? (await store.payerByAccount(named.replace(/[\s-]/g, '')))
      if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: named }, 'payer'))
      const { accountId, bucket, prefix, reportName: report, partition } = payer
      return { accountId, policy: readOnlyPolicy({ bucket, prefix, report, partition }) }
    },
  }
}
