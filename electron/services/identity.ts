import { faultFinding } from '../../shared/domain/checks/verdict.ts'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { findingView } from './views/finding-view.ts'

/** Who a profile is, before anything is looked at or written with it. */
export function identityHandlers(context: Context): Pick<AppHandlers, 'aws.identity'> {
  const { store, aws, kind } = context.ports
  return {
    async 'aws.identity'({ payer: named, profile: typed }) {
      const payer = (await store.payer(named)) ?? (await store.payerByAccount(named.replace(/[\s-]/g, '')))
      if (!payer) throw new CasebookError(refuse('payer.unknown', { payer: named }, 'payer'))
      if (payer.partition === 'aws-cn') throw new CasebookError(refuse('aws.by-hand', {}))
      const profile = typed === undefined ? payer.awsProfile : typed
      if (profile === null && !aws.ambient()) throw new CasebookError(refuse('aws.no-profile', {}, 'awsProfile'))
      const { accountId, region, partition } = payer
      const session = aws.session({ profile, region, partition, accountId })
      const name = profile ?? (kind === 'practice' ? 'practice' : 'environment')
      const [world, who] = [await session.endpoints(), await session.identity()]
      const role = who.ok ? await session.organizationRole() : null
      const findings: Finding[] = []
      if (world.ok && world.value.mixed !== null) {
        findings.push(finding('error', 'aws.mixed-endpoints', { detail: world.value.mixed }))
      }
      if (!who.ok) findings.push(faultFinding(who.fault, name))
      else if (who.value.accountId !== accountId) {
        findings.push(finding('error', 'account.wrong', { expected: accountId, actual: who.value.accountId }))
      } else if (role?.ok && role.value === 'member') {
        findings.push(finding('error', 'account.member', { account: accountId }))
      } else if (role && !role.ok) findings.push({ ...faultFinding(role.fault, name), level: 'info' })
      return {
        profile: name,
        expected: accountId,
        verdict: !who.ok ? 'unknown' : who.value.accountId === accountId ? 'right' : 'wrong',
        identity: who.ok ? who.value : null,
        role: role?.ok ? role.value : null,
        overrides: world.ok ? world.value.overrides.map((one) => ({ ...one })) : [],
        findings: findings.map(findingView),
      }
    },
  }
}
