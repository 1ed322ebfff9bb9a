import { basename } from 'node:path'
import { toBase64 } from '../../shared/contract/base64.ts'
import type { HandoverReport } from '../../shared/contract/operations/handovers.ts'
import { findingText } from './case-text.ts'
import { type Call, type Output, WrongUsage } from './command.ts'
import { readInputFile } from './input-file.ts'
import { table } from './table.ts'

/** `casebook import FILE.casebook`: takes over what a colleague handed over, or with --dry-run says what that would do. */
export async function takeHandover(call: Call, path: string): Promise<Output> {
  const file = { name: basename(path), base64: toBase64(readInputFile(path)) }
  if (call.flag('dry-run')) {
    const plan = await call.send('handover.plan', file)
    return { json: plan, text: `${reportText(plan)}\nNothing was changed yet.` }
  }
  const others = call.option('others')
  const report = await call.send('handover.take', {
    ...file,
    choices: Object.fromEntries(call.options('choose').map(readChoice)),
    others: others === 'ours' || others === 'theirs' ? others : undefined,
  })
  const end = report.applied ? 'Taken over.' : 'Everything was there already. Nothing was changed.'
  return { json: report, text: `${reportText(report)}\n${end}` }
}

function readChoice(text: string): readonly [string, 'ours' | 'theirs'] {
  const match = /^(.+)=(ours|theirs)$/.exec(text)
  if (!match?.[1]) throw new WrongUsage(`--choose takes CONFLICT=ours or CONFLICT=theirs, not “${text}”.`)
  return [match[1], match[2] === 'ours' ? 'ours' : 'theirs']
}

function reportText(report: HandoverReport): string {
  const cases = report.cases.map((c) => [c.ref, c.as, c.customer, c.what])
  const conflicts = report.conflicts.map((c) => [c.id, c.of, c.field, c.ours, c.theirs, c.newer ?? ''])
  return [
    `From ${report.company}: ${report.cases.length} cases, ${report.customers.length} customers, ${report.payers.length} payers.`,
    ...(cases.length > 0 ? ['', table(['Case', 'Here', 'Customer', 'What'], cases)] : []),
    ...(conflicts.length > 0 ? ['', table(['Conflict', 'Of', 'Field', 'Ours', 'Theirs', 'Newer'], conflicts)] : []),
    ...(report.findings.length > 0 ? ['', ...report.findings.map(findingText)] : []),
    '',
  ].join('\n')
}
