import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { toBase64 } from '../../../shared/contract/base64.ts'
import type { CaseRowView } from '../../../shared/contract/views.ts'
import { LARGEST_TEMPLATE } from '../../../shared/domain/crawler-template/decode.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { caseText, checksText, findingText } from '../case-text.ts'
import { type Call, type Command, WrongUsage } from '../command.ts'
import { readInputFile } from '../input-file.ts'
import { readInstant } from '../instants.ts'
import { intakeAnswers, intakeOptions } from '../intake-options.ts'
import { readPairs } from '../pairs.ts'
import { table } from '../table.ts'

const STATES = ['open', 'on-hold', 'done', 'abandoned'] as const
const MARKS = ['done', 'skip', 'block', 'reopen'] as const

/** Opening, listing and carrying cases. */
export const caseCommands: readonly Command[] = [
  {
    path: ['case', 'open'],
    summary: 'open a case of a customer; procedure intake says beforehand what it asks and reuses',
    positionals: [],
    options: {
      customer: { type: 'string', value: 'CUSTOMER', help: 'name, management account or record ID', required: true },
      procedure: { type: 'string', value: 'NAME', help: 'which procedure; msp-cur-extraction without it' },
      bucket: { type: 'string', value: 'NAME', help: 'bucket of the payer' },
      report: { type: 'string', value: 'NAME', help: 'report of the payer' },
      prefix: { type: 'string', value: 'PREFIX', help: 'report path prefix of the payer' },
      region: { type: 'string', value: 'REGION', help: 'region of bucket and stacks' },
      stack: { type: 'string', value: 'NAME', help: 'name of the crawler stack' },
      ...intakeOptions,
      fact: {
        type: 'string',
        value: 'NAME=VALUE',
        help: 'any other answer or fact, as in case set; may be repeated',
        repeats: true,
      },
      yes: { type: 'boolean', value: '', help: 'change facts of the payer though other cases use them' },
    },
    workspace: true,
    async run(call) {
      const c = await call.send('case.open', {
        customer: call.option('customer') ?? '',
        procedure: call.option('procedure'),
        bucket: call.option('bucket'),
        reportName: call.option('report'),
        prefix: call.option('prefix'),
        region: call.option('region'),
        crawlerStackName: call.option('stack'),
        facts: { ...intakeAnswers(call), ...readPairs(call.options('fact')) },
        confirmed: call.flag('yes'),
      })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'list'],
    summary: 'the cases',
    positionals: [],
    options: {
      query: { type: 'string', value: 'TEXT', help: 'only those that match: names, IDs, buckets, notes' },
      state: { type: 'string', value: 'STATE', help: 'only those in this state', oneOf: STATES },
    },
    workspace: true,
    async run(call) {
      const rows = await allRows(call, call.option('query') ?? '', call.option('state'))
      const lines = rows.map((r) => [
        r.ref,
        r.customer,
        formatAccountId(r.managementAccountId),
        r.state,
        r.phase ?? '',
        r.nextStep ?? '',
        r.summary.dueAt ?? '',
      ])
      return {
        json: { rows, total: rows.length },
        text: table(['Case', 'Customer', 'Management account', 'State', 'Phase', 'Next', 'Due (UTC)'], lines),
      }
    },
  },
  {
    path: ['case', 'show'],
    summary: 'a case with its steps, waits and what is next',
    positionals: ['CASE'],
    options: {},
    workspace: true,
    async run(call) {
      const c = await call.send('case.get', { case: call.positionals[0] ?? '' })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'set'],
    summary: 'enter facts of a case',
    positionals: ['CASE', 'FIELD=VALUE…'],
    options: { yes: { type: 'boolean', value: '', help: 'change facts of the payer though other cases use them' } },
    workspace: true,
    async run(call) {
      const [reference = '', ...pairs] = call.positionals
      const c = await call.send('case.set', { case: reference, facts: readPairs(pairs), confirmed: call.flag('yes') })
      return { json: c, text: [...c.noticed.map(findingText), caseText(c)].join('\n') }
    },
  },
  {
    path: ['case', 'step'],
    summary: 'mark a step done, not applicable, blocked, or open again',
    positionals: ['CASE', 'STEP', 'done|skip|block|reopen'],
    options: {
      evidence: { type: 'string', value: 'FILE|TEXT', help: 'what was seen: a file, or words' },
      reason: { type: 'string', value: 'TEXT', help: 'why, for skip and block' },
      at: { type: 'string', value: 'INSTANT', help: 'when it really happened; now without it' },
      preview: { type: 'boolean', value: '', help: 'only say what reopening would take along' },
    },
    workspace: true,
    async run(call) {
      const [reference = '', step = '', to = ''] = call.positionals
      const mark = MARKS.find((m) => m === to)
      if (!mark) throw new WrongUsage(`“${to}” is not one of ${MARKS.join(', ')}.`)
      if (call.flag('preview')) {
        if (mark !== 'reopen') throw new WrongUsage('--preview goes with reopen.')
        const preview = await call.send('case.reopen-preview', { case: reference, step })
        return { json: preview, text: preview.sentence }
      }
      const evidence = call.option('evidence')
      const c = await call.send('case.step', {
        case: reference,
        step,
        to: mark,
        reason: call.option('reason'),
        at: readInstant(call.option('at')),
        ...(evidence === undefined ? {} : evidenceInput(evidence)),
      })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'check'],
    summary: 'run the AWS checks of a case, or of all open cases',
    positionals: ['[CASE]'],
    options: {
      all: { type: 'boolean', value: '', help: 'every open case' },
      step: { type: 'string', value: 'STEP', help: 'only the checks of this step' },
    },
    workspace: true,
    async run(call) {
      const reference = call.positionals[0]
      if ((reference === undefined) !== call.flag('all')) throw new WrongUsage('Name a CASE, or say --all.')
      if (reference !== undefined) {
        const c = await call.send('case.check', { case: reference, step: call.option('step') })
        return { json: c, text: checksText(c.steps.flatMap((s) => s.checks)) }
      }
      return checkAll(call)
    },
  },
  {
    path: ['case', 'do'],
    summary: 'plan an AWS action; with --yes run it',
    positionals: ['CASE', 'ACTION'],
    options: { yes: { type: 'boolean', value: '', help: 'run it, after the plan has been shown' } },
    workspace: true,
    async run(call) {
      const [reference = '', action = ''] = call.positionals
      const plan = await call.send('case.plan', { case: reference, action })
      const text = [
        `${plan.title} in account ${formatAccountId(plan.accountId)}, ${plan.region}${plan.simulated ? ' (simulated)' : ''}`,
        ...plan.changes.map((change) => `  ${change.what}: ${change.value}`),
        ...(plan.template ? [`  The template makes: ${plan.template.resourceTypes.join(', ')}`] : []),
        ...plan.findings.map((f) => `  ${findingText(f)}`),
      ].join('\n')
      if (!call.flag('yes')) {
        return { json: plan, text: `${text}\n\nNothing was written. Run it with --yes.`, exit: plan.possible ? 0 : 1 }
      }
      call.say(text)
      const c = await call.send('case.do', { case: reference, action, confirmed: true })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'crawler'],
    summary: 'download crawler-cfn.yml from S3, or take a file; validate and attach it',
    positionals: ['CASE'],
    options: { file: { type: 'string', value: 'PATH', help: 'a file that was downloaded by hand' } },
    workspace: true,
    async run(call) {
      const [reference = ''] = call.positionals
      const file = call.option('file')
      const c =
        file === undefined
          ? await call.send('case.do', { case: reference, action: 'crawler-file.download', confirmed: true })
          : await call.send('case.crawler-file', {
              case: reference,
              name: basename(file),
              base64: toBase64(readInputFile(file, LARGEST_TEMPLATE + 1)),
            })
      return { json: c, text: caseText(c) }
    },
  },
  {
    path: ['case', 'state'],
    summary: 'put a case on hold, resume, abandon, reopen it, or close it again once every step is settled',
    positionals: ['CASE', 'hold|resume|abandon|reopen|close'],
    options: { reason: { type: 'string', value: 'TEXT', help: 'why' } },
    workspace: true,
    async run(call) {
      const [reference = '', to = ''] = call.positionals
      const move = (['hold', 'resume', 'abandon', 'reopen', 'close'] as const).find((m) => m === to)
      if (!move) throw new WrongUsage(`“${to}” is not one of hold, resume, abandon, reopen, close.`)
      const c = await call.send('case.state', { case: reference, to: move, reason: call.option('reason') })
      return { json: c, text: caseText(c) }
    },
  },
]

async function allRows(call: Call, text: string, state: string | undefined): Promise<readonly CaseRowView[]> {
  const states = STATES.filter((s) => s === state)
  const rows: CaseRowView[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(after)
    rows.push(...page.rows)
    after = page.after
  } while (after !== null)
  return rows

  function list(from: string | null) {
    return call.send('case.list', { text, states, order: 'number', limit: 500, after: from })
  }
}

/** Every open case that has something to look at; what one refuses does not stop the rest. */
async function checkAll(call: Call) {
  let round = await call.send('checks.run', {})
  for (let told = 0; ; ) {
    for (const row of round.rows.slice(told)) call.say(`${row.ref}: ${row.outcome}`)
    told = round.rows.length
    if (round.state !== 'running' && round.state !== 'cancelling') break
    round = await call.send('checks.progress', { after: round.checked })
  }
  const rows = round.rows.map((r) => [r.ref, r.customer, r.outcome, r.message])
  return {
    json: round,
    text: rows.length > 0 ? table(['Case', 'Customer', 'Outcome', 'What'], rows) : 'There is nothing to look at.',
    exit: round.rows.some((r) => r.outcome === 'refused') ? (1 as const) : (0 as const),
  }
}

function evidenceInput(given: string) {
  if (!existsSync(given) || !statSync(given).isFile()) return { evidence: given }
  return { evidenceFile: { name: basename(given), base64: toBase64(readFileSync(given)) } }
}
