import { toBase64 } from '../../../shared/contract/base64.ts'
import type { DossierLine } from '../../../shared/contract/dossier-view.ts'
import type { CaseView } from '../../../shared/contract/views.ts'
import { bundleName } from '../../../shared/domain/submission/bundle.ts'
import { viewCase } from '../cases.ts'
import type { Context } from '../context.ts'
import { pictureType } from '../file-kind.ts'
import type { AppHandlers } from '../handlers.ts'
import { activityView } from '../views/activity-view.ts'
import { dossierView } from '../views/dossier.ts'
import { dossierPage } from '../views/dossier-page.ts'

type Picture = NonNullable<DossierLine['picture']>

/** More than a case ever has on record. */
const ALL = 1_000_000
/** Bytes of one picture, and of all of them, that a page to print carries. */
const LARGEST_PICTURE = 3_000_000
const MOST_PICTURES = 12_000_000

/** A case to be printed, or kept as a PDF. */
export function dossierHandlers(context: Context): Pick<AppHandlers, 'case.dossier'> {
  const { attachments, clock, outbox, store } = context.ports
  return {
    async 'case.dossier'({ case: reference, out }) {
      const c = await context.case(reference)
      const settings = await context.settings()
      const procedure = context.procedure(c)
      const view = await viewCase(context, c.record.id)
      const zone = clock.zone()
      const entries = await store.activity({
        caseId: c.record.id,
        customerId: null,
        payerId: null,
        before: null,
        limit: ALL,
      })
      const document = dossierView({
        c: view,
        activity: entries.toReversed().map((entry) => activityView(entry, procedure, zone)),
        pictures: await picturesOf(view),
        company: settings.company,
        operator: settings.operator,
        isPractice: settings.kind === 'practice',
        now: clock.now(),
        zone,
      })
      const name = out?.name ?? `${bundleName(c, { createdAt: clock.now() })}.html`
      const html = dossierPage(document)
      const bytes = new TextEncoder().encode(html)
      const path = out ? (await outbox.writeFile(out.folder, { name, bytes })).path : null
      return { name, path, ...(path === null ? { html, document } : { html: null, document: null }) }
    },
  }

  /** The pictures among the evidence, smallest first as far as they fit; a file that is gone is left out. */
  async function picturesOf(c: CaseView): Promise<ReadonlyMap<string, Picture>> {
    const shown = new Set(c.steps.flatMap((step) => step.record?.evidence?.attachmentId ?? []))
    const files = c.attachments.filter((file) => shown.has(file.id) && file.size <= LARGEST_PICTURE)
    const pictures = new Map<string, Picture>()
    let size = 0
    for (const file of files.toSorted((a, b) => a.size - b.size)) {
      size += file.size
      if (size > MOST_PICTURES) break
      const bytes = await attachments.get(file.sha256).catch(() => null)
      const type = bytes && pictureType(bytes)
      if (bytes && type) pictures.set(file.id, { type, base64: toBase64(bytes) })
    }
    return pictures
  }
}
