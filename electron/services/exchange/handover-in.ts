import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { HandoverReport } from '../../../shared/contract/operations/handovers.ts'
import { type Finding, finding } from '../../../shared/domain/finding.ts'
import { type Choices, type Conflict, Decider, type Left } from '../../../shared/domain/handover/decide.ts'
import { missingActivity } from '../../../shared/domain/handover/take-activity.ts'
import { type TakenOver, takeOver } from '../../../shared/domain/handover/take-over.ts'
import type { Procedure } from '../../../shared/domain/procedure/types.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { conflictTitle } from '../../../shared/text/conflict-titles.ts'
import { bytesInput } from '../bytes-input.ts'
import { CasebookError, throwIfRefused } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { AppHandlers } from '../handlers.ts'
import { findingView } from '../views/finding-view.ts'
import { type OpenedHandover, openHandover } from './handover-file.ts'
import { oursOf } from './handover-ours.ts'
import { type LastTouches, lastTouches, rootOf } from './last-touches.ts'

const ALL = 10_000_000

/** Taking over what a colleague handed over: nothing of either side is lost. */
export function handoverInHandlers(context: Context): Pick<AppHandlers, 'handover.plan' | 'handover.take'> {
  const { attachments, packer, store } = context.ports
  return {
    async 'handover.plan'({ base64 }) {
      const { report } = await plan(base64, { each: {}, others: null })
      return report
    },

    async 'handover.take'(input) {
      const choices = choicesOf(input)
      const { handover, settings, taken, decider, report } = await plan(input.base64, choices)
      const unknown = Object.keys(choices.each).find((id) => !decider.conflicts.some((conflict) => conflict.id === id))
      if (unknown !== undefined)
        throw new CasebookError(refuse('handover.choice-unknown', { conflict: unknown }, 'choices'))
      const [open] = decider.open
      if (open) {
        const first = `${open.of}, ${open.field}: ${open.ours} here, ${open.theirs} there`
        throw new CasebookError(refuse('handover.conflicts', { open: decider.open.length, first }, 'choices'))
      }
      const activity = await activityOf(handover, settings, taken, decider.left)
      if (taken.puts.length === 0 && activity.length === 0) return report
      // The bytes come first: a file that no record points to is harmless, the reverse would not be.
      for (const bytes of handover.files.values()) await attachments.put(bytes)
      const whole = { puts: taken.puts, activity: [...activity, told(settings, handover, report)] }
      const { sequence } = await context.commit(whole, 'cases', [])
      return { ...report, applied: true, sequence }
    },
  }

  async function plan(base64: string, choices: Choices) {
    const settings = await context.settings()
    const handover = openHandover(packer, bytesInput(base64))
    const { workspace, company, mspAccountId } = handover.manifest
    if (workspace !== settings.kind) throw new CasebookError(refuse('handover.practice', { theirs: workspace }))
    const decider = new Decider(choices)
    const taken = throwIfRefused(takeOver(handover, await oursOf(context, handover), decider, context.act(settings)))
    const findings = [...taken.findings]
    if (mspAccountId !== settings.mspAccountId) {
      findings.push(finding('warning', 'handover.other-msp', { company, account: mspAccountId }))
    }
    const lasts = await lastTouches(context, handover.activity, taken.ids, decider.conflicts)
    return {
      handover,
      settings,
      decider,
      taken,
      report: reportOf(handover, taken, decider, findings, lasts, procedureOf),
    }

    function procedureOf(conflict: Conflict): Procedure | null {
      const c = handover.data.cases.find(({ record }) => record.id === rootOf(conflict))
      return c ? context.procedures.pinned(c.record.procedureId, c.record.procedureVersion) : null
    }
  }

  /** What is on the record there and not here yet, and what was not kept of either side. */
  async function activityOf(
    { activity }: OpenedHandover,
    settings: Settings,
    taken: TakenOver,
    left: readonly Left[],
  ): Promise<readonly NewActivity[]> {
    const query = { caseId: null, customerId: null, payerId: null, before: null, limit: ALL }
    const here = new Map<number, NewActivity>()
    for (const id of new Set(taken.ids.values())) {
      for (const key of ['caseId', 'customerId', 'payerId'] as const) {
        for (const { sequence, ...entry } of await store.activity({ ...query, [key]: id })) here.set(sequence, entry)
      }
    }
    return [...missingActivity(activity, taken.ids, [...here.values()]), ...left.map((one) => notKept(settings, one))]
  }

  function notKept(settings: Settings, { place, field, kept, left }: Left): NewActivity {
    const [id = ''] = place.id.split('/')
    const is = (kinds: readonly string[]) => (kinds.includes(place.kind) ? id : null)
    return {
      at: context.ports.clock.now(),
      who: settings.operator,
      what: 'handover.merged',
      caseId: is(['case', 'step', 'wait', 'submission']),
      customerId: is(['customer']),
      payerId: is(['payer']),
      params: { of: place.of, field, kept: kept ?? null, left: left ?? null },
    }
  }

  function told(settings: Settings, { manifest }: OpenedHandover, { cases }: HandoverReport): NewActivity {
    return {
      at: context.ports.clock.now(),
      who: settings.operator,
      what: 'handover.taken',
      caseId: null,
      customerId: null,
      payerId: null,
      params: { company: manifest.company, cases: cases.map((c) => c.as) },
    }
  }
}

function choicesOf({ choices, others }: ParsedInputOf<'handover.take'>): Choices {
  return { each: choices ?? {}, others: others ?? null }
}

function reportOf(
  { manifest }: OpenedHandover,
  taken: TakenOver,
  decider: Decider,
  findings: readonly Finding[],
  lasts: LastTouches,
  procedureOf: (conflict: Conflict) => Procedure | null,
): HandoverReport {
  return {
    applied: false,
    sequence: null,
    company: manifest.company,
    cases: taken.cases.map(({ ref, as, customer, what }) => ({ ref, as, customer, what })),
    customers: taken.customers.map((one) => ({ ...one })),
    payers: taken.payers.map((one) => ({ ...one })),
    conflicts: decider.conflicts.map((conflict) => ({
      ...conflict,
      title: conflictTitle(conflict, procedureOf(conflict)),
      oursLast: lasts.ours.get(rootOf(conflict)) ?? null,
      theirsLast: lasts.theirs.get(rootOf(conflict)) ?? null,
    })),
    findings: findings.map(findingView),
  }
}
