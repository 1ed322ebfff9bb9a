import type { OutputOf } from '../../../shared/contract/index.ts'
import { caseText } from '../case-text.ts'
import type { Command } from '../command.ts'
import { readInstant } from '../instants.ts'

/** What becomes of a case beside its steps. */
export const caseLifeCommands: readonly Command[] = [
  {
    path: ['case', 'reuse'],
    summary: 'take over what other cases have done for the same payer, verified anew',
    positionals: ['CASE'],
    options: {
      evidence: { type: 'string', value: 'TEXT', help: 'what was seen, where the checks cannot look' },
      at: { type: 'string', value: 'INSTANT', help: 'when it was seen; now without it' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('case.reuse', {
        case: call.positionals[0] ?? '',
        evidence: call.option('evidence'),
        at: readInstant(call.option('at')),
      })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'migrate'],
    summary: 'what the newest version of its procedure changes; with --yes moves the case to it',
    positionals: ['CASE'],
    options: { yes: { type: 'boolean', value: '', help: 'move it, after what changes has been shown' } },
    workspace: true,
    async run(call) {
      const reference = call.positionals[0] ?? ''
      const plan = await call.send('case.migration', { case: reference })
      const text = migrationText(plan)
      if (!call.flag('yes') || !plan.available) return { json: plan, text }
      call.say(text)
      const c = await call.send('case.migrate', { case: reference, to: plan.to })
      return { json: c, text: caseText(c) }
    },
  },
]

function migrationText(plan: OutputOf<'case.migration'>): string {
  if (!plan.available) return `The case follows version ${plan.from}, the newest.`
  const lines = [
    ...plan.added.map((s) => `  new: ${s.title} (${s.id})`),
    ...plan.renamed.map((r) => `  goes on as: ${r.to.title} (${r.from.id} → ${r.to.id})`),
    ...plan.removed.map(
      (s) => `  falls away: ${s.title} (${s.id})${s.state ? `; its record (${s.state}) is kept` : ''}`,
    ),
    ...plan.changed.map((s) => `  changes: ${s.title} (${s.id}): ${s.what.join(', ')}`),
    ...plan.ended.map((w) => `  ends: the wait “${w}”`),
  ]
  return [`From version ${plan.from} to ${plan.to}; ${plan.kept} records go on.`, ...lines].join('\n')
}
