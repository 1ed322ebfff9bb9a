import { validateCrawlerTemplate } from '../../shared/domain/crawler-template/validate.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import type { Settings } from '../../shared/domain/records/settings.ts'
import { type ExpectedLink, judgeSpotLink } from '../../shared/domain/spot-link/judge.ts'
import { bytesInput } from './bytes-input.ts'
import { canLook, sessionOf } from './checks/round.ts'
import type { Context } from './context.ts'
import type { AppHandlers } from './handlers.ts'
import { type ReadTemplate, readTemplate } from './read-template.ts'
import { findingView } from './views/finding-view.ts'

/**
 * Judging a file or a link on its own. Needs no workspace; where one is open its lists of retired runtimes and known
 * buckets count, and a link can be held against a case.
 */
export function judgementHandlers(context: Context | null): Pick<AppHandlers, 'template.check' | 'link.check'> {
  const settings = async (): Promise<Settings | null> => (context ? context.ports.store.settings() : null)
  return {
    async 'template.check'({ base64, bucket, prefix, report }) {
      const verdict = validateCrawlerTemplate(
        bytesInput(base64),
        { bucket, prefix, report },
        (await settings())?.retiredRuntimes,
      )
      return {
        ...verdict,
        runtimes: [...verdict.runtimes],
        resources: [...verdict.resources],
        findings: verdict.findings.map(findingView),
      }
    },

    async 'link.check'({ url, case: reference, bucket, prefix }) {
      const known = (await settings())?.knownBuckets
      const c = context && reference !== undefined ? await context.case(reference) : null
      const of: ExpectedLink = c ? c.payer : { bucket, prefix }
      const judged = judgeSpotLink(url, { region: of.region, bucket: of.bucket, prefix: of.prefix, known })
      const read = c && context && judged.templateUrl ? await templateOf(context, c, judged.templateUrl) : NOT_READ
      return {
        ...judged,
        template: read.template,
        parameters: { ...judged.parameters },
        findings: [...judged.findings, ...read.findings].map(findingView),
      }
    },
  }
}

const NOT_READ: ReadTemplate = { template: null, findings: [] }

/** With the payer’s keys, where there are any: who receives the bill is at stake (DOMAIN 6). */
async function templateOf(context: Context, c: Case, url: string): Promise<ReadTemplate> {
  if (!canLook(context, c.payer)) return NOT_READ
  const { session, profile } = sessionOf(context, c)
  return readTemplate(session, url, profile)
}
