import type { ObjectFacts } from '../../../shared/domain/aws-facts.ts'
import type { AwsFault } from '../../../shared/domain/aws-fault.ts'
import { LARGEST_TEMPLATE } from '../../../shared/domain/crawler-template/decode.ts'
import { CRAWLER_FILE, crawlerFileKey, reportFolder } from '../../../shared/domain/crawler-template/names.ts'
import type { Facts } from '../../../shared/domain/facts.ts'
import type { AwsSession } from '../aws-gateway.ts'

/** The crawler file as the bucket has it, whole; or why not, with the key at which it was expected. */
export type FoundFile =
  | {
      readonly ok: true
      readonly value: { readonly facts: ObjectFacts; readonly bytes: Uint8Array }
      readonly requestId: string | null
    }
  | { readonly ok: false; readonly fault: AwsFault; readonly key: string }

/**
 * Fetches crawler-cfn.yml from its key, or from wherever a listing of the report's folder shows it (DOMAIN, trap 8);
 * of several the newest. A caller who may not list a bucket is refused a missing key as well, so a refusal is asked
 * about by listing: what is needed is then said in full.
 */
export async function findCrawlerFile(session: AwsSession, facts: Facts): Promise<FoundFile> {
  const [bucket, prefix, report] = [facts.bucket ?? '', facts.prefix ?? '', facts.reportName ?? '']
  const owner = facts.payerAccountId ?? ''
  const key = crawlerFileKey(prefix, report)
  const got = await session.getObject(bucket, key, owner, LARGEST_TEMPLATE)
  if (got.ok) return got
  const { fault } = got
  if (fault.kind !== 'not-found' && fault.kind !== 'no-access') return { ok: false, fault, key }
  const listed = await session.listObjects(bucket, `${reportFolder(prefix, report)}/`, owner)
  if (!listed.ok) {
    const denied = fault.kind === 'no-access' && listed.fault.kind === 'no-access'
    return {
      ok: false,
      fault: denied ? { ...fault, action: `${fault.action}, ${listed.fault.action}` } : listed.fault,
      key,
    }
  }
  const found = listed.value
    .filter((object) => object.key.endsWith(`/${CRAWLER_FILE}`))
    .sort((a, b) => (b.modifiedAt ?? '').localeCompare(a.modifiedAt ?? ''))[0]
  if (!found || found.key === key) return { ok: false, fault, key }
  const other = await session.getObject(bucket, found.key, owner, LARGEST_TEMPLATE)
  return other.ok ? other : { ok: false, fault: other.fault, key }
}
