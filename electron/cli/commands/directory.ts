import type { OutputOf } from '../../../shared/contract/index.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { findingText } from '../case-text.ts'
import { type Command, WrongUsage } from '../command.ts'
import { readPairs } from '../pairs.ts'
import { table } from '../table.ts'

/** Facts of a payer as they are set on the command line. */
const FIELDS = ['kind', 'partition', 'reportName', 'bucket', 'prefix', 'region', 'crawlerStackName'] as const

/** A customer with its cases side by side, and what a change of a payer touches. */
export const directoryCommands: readonly Command[] = [
  {
    path: ['customer', 'show'],
    summary: 'a customer with its cases side by side, and which waits for which',
    positionals: ['CUSTOMER'],
    options: {},
    workspace: true,
    async run(call) {
      const page = await call.send('customer.get', { customer: call.positionals[0] ?? '' })
      const { customer, cases, duplicates } = page
      const text = [
        `${customer.name}, management account ${formatAccountId(customer.managementAccountId)}, billed by ${formatAccountId(customer.payerAccountId)}`,
        ...duplicates.map(findingText),
        ...cases.flatMap(({ case: c, procedure, waits, after }) => [
          '',
          `${c.ref}  ${procedure.title} (${procedure.document})  ${c.state}${c.nextStep ? `, next: ${c.nextStep}` : ''}`,
          ...waits.map((w) => `  ${w.title}: ${w.state}. ${w.why}`),
          ...after.map((a) => `  ${a.sentence}`),
        ]),
      ].join('\n')
      return { json: page, text }
    },
  },
  {
    path: ['payer', 'set'],
    summary: 'change facts of a payer: shows what that touches; with --yes does it',
    positionals: ['ACCOUNT', 'FIELD=VALUE…'],
    options: { yes: { type: 'boolean', value: '', help: 'do it, after what it touches has been shown' } },
    workspace: true,
    async run(call) {
      const [account = '', ...pairs] = call.positionals
      const set = readPairs(pairs)
      const unknown = Object.keys(set).find((name) => !FIELDS.some((f) => f === name))
      if (unknown) throw new WrongUsage(`A payer has no field “${unknown}”; its fields are ${FIELDS.join(', ')}.`)
      const impact = await call.send('payer.impact', { payer: account, set })
      const text = impactText(impact)
      if (!call.flag('yes')) return { json: impact, text: `${text}\n\nNothing was changed. Do it with --yes.` }
      call.say(text)
      const { id: payer, revision } = impact.payer
      const changed = await call.send('payer.set', { payer, revision, set, confirmed: true })
      return { json: changed, text: `Changed the payer ${formatAccountId(changed.accountId)}.` }
    },
  },
]

function impactText({ fields, cases }: OutputOf<'payer.impact'>): string {
  if (fields.length === 0) return 'Nothing would change.'
  const rows = cases.map(({ case: c, effect }) => [c.ref, c.customer, effect])
  return [
    `Changes ${fields.join(', ')}.`,
    cases.length > 0 ? table(['Case', 'Customer', 'What it does'], rows) : 'No open case uses it.',
  ].join('\n')
}
