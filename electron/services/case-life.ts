import { migrateCase, planMigration } from '../../shared/domain/case/migrate.ts'
import { previewReopen } from '../../shared/domain/case/reopen-preview.ts'
import type { Procedure, Step } from '../../shared/domain/procedure/types.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Wait } from '../../shared/domain/records/wait.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { waitDefinition } from '../../shared/domain/requests/definitions.ts'
import { reopenSentence } from '../../shared/text/reopen.ts'
import { CasebookError, throwIfRefused } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** Saying first what reopening takes along, and moving cases to newer versions of their procedures. */
export function caseLifeHandlers(
  context: Context,
): Pick<AppHandlers, 'case.reopen-preview' | 'case.migration' | 'case.migrate'> {
  return {
    async 'case.reopen-preview'({ case: reference, step }) {
      const c = await context.case(reference)
      const procedure = context.procedure(c)
      const preview = throwIfRefused(previewReopen(c, procedure, step, context.act(await context.settings())))
      const titles = (waits: readonly Wait[]) => waits.map((w) => waitTitle(w, procedure))
      const [ended, resumed] = [titles(preview.ended), titles(preview.resumed)]
      return {
        steps: preview.steps.map(named),
        ended,
        resumed,
        sentence: reopenSentence(preview.steps, ended, resumed),
      }
    },

    async 'case.migration'({ case: reference }) {
      await context.settings()
      const c = await context.case(reference)
      const from = context.procedure(c)
      const to = context.procedures.newest(from.id) ?? from
      const plan = planMigration(c, from, to)
      return {
        from: from.version,
        to: to.version,
        available: to.version > from.version,
        added: plan.added.map(named),
        removed: plan.removed.map(({ step, record }) => ({ ...named(step), state: record?.state ?? null })),
        renamed: plan.renamed.map((r) => ({ from: named(r.from), to: named(r.to) })),
        changed: plan.changed.map(({ step, what }) => ({ ...named(step), what: [...what] })),
        ended: plan.ended.map((w) => waitTitle(w, from)),
        kept: plan.kept,
      }
    },

    async 'case.migrate'({ case: reference, revision, to: version }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      const change = throwIfRefused(migrateCase(c, context.procedure(c), versionOf(c, version), act))
      await context.commit(change, 'cases', [c.record.id])
      return viewCase(context, c.record.id)
    },
  }

  function versionOf({ record }: Case, version: number): Procedure {
    const procedure = context.procedures.pinned(record.procedureId, version)
    if (procedure) return procedure
    throw new CasebookError(refuse('procedure.version-unknown', { procedure: record.procedureId, version }, 'to'))
  }
}

function named({ id, title }: Step) {
  return { id, title }
}

function waitTitle(wait: Wait, procedure: Procedure): string {
  return waitDefinition(procedure, wait.definition)?.title ?? wait.definition
}
