import type { Act } from '../../shared/domain/case/act.ts'
import { CaseChange } from '../../shared/domain/case/case-change.ts'
import { crawlerFileOf } from '../../shared/domain/case/facts-of.ts'
import { refuseUnlessOpen } from '../../shared/domain/case/is-open.ts'
import { LARGEST_TEMPLATE } from '../../shared/domain/crawler-template/decode.ts'
import { CRAWLER_FILE } from '../../shared/domain/crawler-template/names.ts'
import { type TemplateReport, validateCrawlerTemplate } from '../../shared/domain/crawler-template/validate.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { bytesInput } from './bytes-input.ts'
import { CasebookError } from './casebook-error.ts'
import { viewCase } from './cases.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'

/** Taking crawler-cfn.yml. */
export function crawlerFileHandlers(context: Context): Pick<AppHandlers, 'case.crawler-file'> {
  return {
    async 'case.crawler-file'({ case: reference, revision, name, base64 }) {
      const c = await context.case(reference, revision)
      const act = context.act(await context.settings())
      await takeCrawlerFile(context, c, bytesInput(base64), { origin: name, modifiedAt: null }, act)
      return viewCase(context, c.record.id)
    },
  }
}

/**
 * Validates a crawler file against the case and attaches it; where it is not this report's, it is refused with the
 * first reason and nothing is attached. Bytes are kept as they came.
 */
export async function takeCrawlerFile(
  context: Context,
  c: Case,
  bytes: Uint8Array,
  from: { readonly origin: string; readonly modifiedAt: Instant | null },
  act: Act,
): Promise<void> {
  const closed = refuseUnlessOpen(c)
  if (closed) throw new CasebookError(closed)
  if (bytes.length > LARGEST_TEMPLATE) {
    throw new CasebookError(refuse('crawler-file.too-large', { size: bytes.length }, 'crawlerFile'))
  }
  const error = judge(c, bytes, act.settings).findings.find((f) => f.level === 'error')
  if (error) {
    throw new CasebookError({ refused: true, code: error.code, params: error.params, field: 'crawlerFile' })
  }
  const { sha256, size } = await context.ports.attachments.put(bytes)
  const change = new CaseChange(c, context.procedure(c), act)
    .withAttachment({
      id: act.newId(),
      caseId: c.record.id,
      payerId: c.payer.id,
      kind: 'crawler-file',
      name: CRAWLER_FILE,
      sha256,
      size,
      origin: from.origin.slice(0, 2_000),
      modifiedAt: from.modifiedAt,
      addedAt: act.now,
      addedBy: act.by,
    })
    .record('attachment.added', { name: CRAWLER_FILE, size, sha256, origin: from.origin })
    .finish()
  await context.commit(change, 'cases', [c.record.id])
}

/**
 * The verdict on the attached crawler file, on its bytes as they are now; null where none is attached. The same bytes
 * for the same payer are read once: a preflight follows every keystroke, and one file serves all customers of a payer.
 */
export async function attachedVerdict(context: Context, c: Case, settings: Settings): Promise<TemplateReport | null> {
  const file = crawlerFileOf(c)
  if (!file) return null
  // Also for its own sake: bytes that were altered on the disk are noticed here.
  const bytes = await context.ports.attachments.get(file.sha256)
  const { bucket, prefix, reportName } = c.payer
  const key = JSON.stringify([file.sha256, bucket, prefix, reportName, settings.retiredRuntimes])
  const known = verdicts.get(key)
  if (known) return known
  const verdict = judge(c, bytes, settings)
  if (verdicts.size >= MOST_VERDICTS) verdicts.clear()
  verdicts.set(key, verdict)
  return verdict
}

/** Verdicts by everything they depend on. */
const verdicts = new Map<string, TemplateReport>()
const MOST_VERDICTS = 500

function judge(c: Case, bytes: Uint8Array, settings: Settings): TemplateReport {
  const { bucket, prefix, reportName: report } = c.payer
  return validateCrawlerTemplate(bytes, { bucket, prefix, report }, settings.retiredRuntimes)
}
