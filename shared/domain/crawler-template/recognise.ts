import { type Refusal, refuse } from '../refusal.ts'

const START = 4096

/** What a text is that people save in place of the crawler file (DOMAIN, section 4); null where it may be a template. */
export function recogniseOther(text: string): Refusal | null {
  const start = text.slice(0, START).trimStart()
  if (start.startsWith('<')) return recogniseMarkup(start)
  if (start.startsWith('{') && !/"(?:Resources|AWSTemplateFormatVersion)"/.test(text)) return recogniseJson(start)
  if (/^CREATE\s+EXTERNAL\s+TABLE/i.test(start)) return refuse('crawler-template.create-table', {})
  const firstLine = start.slice(0, start.search(/[\r\n]|$/))
  if (/(?:^|,)"?(?:identity\/LineItemId|bill\/PayerAccountId)/.test(firstLine))
    return refuse('crawler-template.report-data', {})
  if (/(?:^|,)"?(?:identity_line_item_id|bill_payer_account_id)/.test(firstLine))
    return refuse('crawler-template.cur-2', {})
  return null
}

function recogniseMarkup(start: string): Refusal {
  const body = start.replace(/^<\?xml[^>]*>\s*/, '')
  if (/^<Error[\s>]/.test(body)) {
    const code = /<Code>\s*([A-Za-z0-9]{1,60})\s*<\/Code>/.exec(body)?.[1] ?? null
    return refuse('crawler-template.s3-error', { code })
  }
  if (/^<ListBucketResult[\s>]/.test(body)) return refuse('crawler-template.bucket-listing', {})
  if (/sign[\s-]?in|signin\.|log[\s-]?in/i.test(start)) return refuse('crawler-template.sign-in-page', {})
  return refuse('crawler-template.web-page', {})
}

/** Manifests lie beside the report: the legacy one in its dated folder, that of CUR 2.0 under `metadata/` (trap 3). */
function recogniseJson(start: string): Refusal | null {
  if (/"(?:exportArn|exportName|executionId|dataFiles)"/.test(start)) return refuse('crawler-template.cur-2', {})
  if (/"(?:assemblyId|reportKeys|reportName)"/.test(start)) return refuse('crawler-template.manifest', {})
  return null
}
