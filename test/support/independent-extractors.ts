/**
 * What a text says, found by other means than the product's: plain searches for templates, the host's own URL for links,
 * string surgery for prefixes, counting of digits for lists. They judge nothing; they only have to agree where the product accepts.
 */

export interface ExtractedTemplate {
  readonly bucket: string | undefined
  readonly prefix: string | undefined
  readonly report: string | undefined
  readonly crawlerName: string | undefined
  readonly database: string | undefined
  readonly runtimes: readonly string[]
}

export function extractTemplate(text: string): ExtractedTemplate {
  // Resources begin at the second column, their properties at the sixth; the inline code lies deeper and may say anything.
  const resources = text.split(/^(?= {2}\w)/m)
  const functions = resources.filter((resource) => resource.includes('AWS::Lambda::Function'))
  const found = (form: RegExp) => form.exec(text)?.[1]
  const key = found(/^ {6}ReportKey:\s*(?:!Sub\s+)?['"]?(.*?)['"]?[ \t\r]*$/m)
    ?.replaceAll("''", "'")
    .replace(/^\/+/, '')
  const folders = key?.split('/') ?? []
  return {
    bucket: found(/^ {6}BucketName:\s*(?:!Sub\s+)?['"]?([^\s'"]+)/m),
    prefix: folders.slice(0, -2).join('/'),
    report: folders.at(-1),
    crawlerName: found(/^ {6}Name:\s*(?:!Sub\s+)?['"]?(AWSCURCrawler-[^\s'"]+)/m),
    database: found(/(athenacurcfn_\w+)/),
    runtimes: [
      ...new Set(functions.flatMap((one) => /^ {6}Runtime:\s*(?:!Sub\s+)?['"]?([^\s'"]+)/m.exec(one)?.[1] ?? [])),
    ],
  }
}

export interface ExtractedLink {
  readonly host: string
  readonly region: string | null
  readonly templateUrl: string | null
  readonly templateHost: string | null
  readonly stackName: string | null
  readonly parameters: Readonly<Record<string, string>>
}

/** The parts of a link as a browser sees them, and goes to. */
export function extractLink(text: string): ExtractedLink {
  const url = new URL(
    text
      .trim()
      .replace(/^<([^<>]*)>$/, '$1')
      .trim(),
  )
  const hash = new URLSearchParams(url.hash.slice(url.hash.indexOf('?') + 1))
  const templateUrl = hash.get('templateURL')
  const firstLabel = url.hostname.split('.')[0] ?? ''
  return {
    host: url.host,
    region: url.searchParams.get('region') ?? (firstLabel === 'console' ? null : firstLabel),
    templateUrl,
    templateHost: templateUrl === null ? null : new URL(templateUrl).host,
    stackName: hash.get('stackName'),
    parameters: Object.fromEntries(
      [...hash].filter(([name]) => /^param_[A-Za-z0-9]+$/.test(name)).map(([name, value]) => [name.slice(6), value]),
    ),
  }
}

/** The prefix in a pasted path, taken off from its end with one pattern at a time. */
export function extractPrefix(text: string, report: string): string {
  const escaped = report.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  let path = text.replace(/[\u200B-\u200D\u2060\uFEFF]/g, '').trim()
  path = path
    .replace(/^s3:\/\/[^/]*/, '')
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '')
  for (let before = ''; before !== path; ) {
    before = path
    path = path
      .replace(new RegExp(`(?:^|/)${escaped}/(?:date-range|\\d{8}-\\d{8})$`), '')
      .replace(/(?:^|\/)(?:date-range|\d{8}-\d{8})$/, '')
      .replace(/\/crawler-cfn[^/]*\.yml$/, '')
      .replace(new RegExp(`/${escaped}$`), '')
  }
  return path
}

/** The accounts of a list that is in order: all its digits, twelve at a time, each account once. */
export function extractAccounts(text: string): readonly string[] {
  return [...new Set(text.replace(/[^0-9]/g, '').match(/.{1,12}/g) ?? [])]
}
