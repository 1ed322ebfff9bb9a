import type { Catalogue } from '../sentence.ts'

const DOWNLOAD_AGAIN =
  'In S3, open <prefix>/<report>/ in the report’s bucket, select crawler-cfn.yml and choose Download; send the file as it is.'
const KEEP_OR_DOWNLOAD = `If nobody meant this change, take the original. ${DOWNLOAD_AGAIN}`

const kinds: Readonly<Record<string, string>> = {
  gzip: 'a gzip archive',
  zip: 'a zip archive',
  pdf: 'a PDF document',
  parquet: 'a data file of the report (Parquet)',
  binary: 'not a text file',
}

const tricks: Readonly<Record<string, string>> = {
  alias: 'an alias',
  anchor: 'an anchor',
  document: 'a second document',
  key: 'a key that is not a plain word',
  merge: 'a merge key',
  tag: 'a tag that CloudFormation does not have',
}

/** Sentences about crawler-cfn.yml, the file AWS generates beside the report (004, step 2.2). */
export const crawlerTemplateMessages = {
  'crawler-template.empty': (_: Record<never, never>) => ({ message: 'The file is empty.', remedy: DOWNLOAD_AGAIN }),
  'crawler-template.too-large': (p: { kib: number }) => ({
    message: `The file is larger than ${p.kib} KiB; the crawler file has about 10.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.binary': (p: { kind: string }) => ({
    message: `The file is ${kinds[p.kind] ?? kinds.binary}, not the crawler file.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.utf-16': (_: Record<never, never>) => ({
    message: 'The file is stored as UTF-16: an editor has saved it anew, and CloudFormation may not read it.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.not-utf-8': (_: Record<never, never>) => ({
    message: 'The file is not UTF-8 text: it is another file, or an editor has saved it anew.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.byte-order-mark': (_: Record<never, never>) => ({
    message: 'The file begins with a byte order mark, so an editor has saved it anew.',
    remedy: KEEP_OR_DOWNLOAD,
  }),
  'crawler-template.s3-error': (p: { code: string | null }) => ({
    message: `This is an error answer of S3${p.code === null ? '' : ` (${p.code})`}, saved in place of the file.`,
    remedy: `The browser was not signed in, or may not read the object. Sign in to the billing account. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.bucket-listing': (_: Record<never, never>) => ({
    message: 'This is the listing of a bucket, saved in place of the file.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.sign-in-page': (_: Record<never, never>) => ({
    message: 'This is a sign-in page, saved in place of the file.',
    remedy: `Sign in to the billing account first. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.web-page': (_: Record<never, never>) => ({
    message: 'This is a web page, saved in place of the file.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.create-table': (_: Record<never, never>) => ({
    message: 'This is the report’s create-table file, which lies near the crawler file.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.manifest': (_: Record<never, never>) => ({
    message: 'This is a manifest of the report, which lies near the crawler file.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.report-data': (_: Record<never, never>) => ({
    message:
      'This is a data file of a report in CSV. A report with Athena integration has Parquet files and a crawler file.',
    remedy: `Check that the report was made with Athena integration. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.cur-2': (_: Record<never, never>) => ({
    message: 'This belongs to a standard data export (CUR 2.0), which never has a crawler file.',
    remedy: 'Create a legacy CUR export with Athena integration; the export type is chosen on the first page (trap 3).',
  }),
  'crawler-template.not-a-template': (_: Record<never, never>) => ({
    message: 'The file is not a CloudFormation template.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.other-template': (p: { resources: number }) => ({
    message: `This is another CloudFormation template: it has ${p.resources === 1 ? '1 resource' : `${p.resources} resources`} and no crawler.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.truncated': (_: Record<never, never>) => ({
    message: 'The file is cut off: the end of what AWS generates is missing.',
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.broken': (p: { line: number }) => ({
    message: `The file cannot be read from line ${p.line} on, so it is not as AWS generated it.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.duplicate-key': (p: { key: string; line: number }) => ({
    message: `“${p.key}” stands there twice (line ${p.line}), so the file is not as AWS generated it.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.foreign-yaml': (p: { what: string; line: number }) => ({
    message: `Line ${p.line} has ${tricks[p.what] ?? p.what}, which AWS never writes in this file.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.too-complex': (_: Record<never, never>) => ({
    message: 'The file is nested or packed far beyond anything that AWS generates, and was not read.',
    remedy: DOWNLOAD_AGAIN,
  }),

  'crawler-template.resources-missing': (p: { resources: string }) => ({
    message: `The file was edited by hand: ${p.resources} missing.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.resource-added': (p: { resource: string }) => ({
    message: `The file was edited by hand: AWS’s has no resource “${p.resource}”.`,
    remedy: `Do not create a stack from it. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.resource-type': (p: { resource: string; type: string | null; expected: string }) => ({
    message: `The file was edited by hand: ${p.resource} is ${p.type === null ? 'of no type' : `“${p.type}”`} where AWS has ${p.expected}.`,
    remedy: `Do not create a stack from it. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.section-added': (p: { section: string }) => ({
    message: `The file was edited by hand: AWS’s has no section “${p.section}”.`,
    remedy: KEEP_OR_DOWNLOAD,
  }),
  'crawler-template.mention-unreadable': (p: { where: string; text: string | null }) => ({
    message: `${p.where} ${p.text === null ? 'is missing' : `reads “${p.text}”`}: it does not say which report it is for, as AWS’s file does.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.path-form': (p: { path: string }) => ({
    message: `The report’s path “${p.path}” does not end in the report’s name twice, as AWS writes it.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.bucket-illegal': (p: { bucket: string }) => ({
    message: `“${p.bucket}” is not a bucket name that S3 accepts, so the file is not as AWS generated it.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.bucket-differs': (p: { where: string; found: string; expected: string }) => ({
    message: `The file contradicts itself: ${p.where} names the bucket “${p.found}”, other places “${p.expected}”.`,
    remedy: `It was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.path-differs': (p: { where: string; found: string; expected: string }) => ({
    message: `The file contradicts itself: ${p.where} names the path “${p.found}”, other places “${p.expected}”.`,
    remedy: `It was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.name-differs': (p: { where: string; found: string | null; expected: string }) => ({
    message: `${p.where} ${p.found === null ? 'is missing' : `is “${p.found}”`}; for this report AWS writes “${p.expected}”.`,
    remedy: `The file was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.other-targets': (_: Record<never, never>) => ({
    message: 'The crawler does not read exactly one place in S3, as AWS’s file has it.',
    remedy: `The file was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.exclusions-missing': (p: { patterns: string }) => ({
    message: `The crawler would read files that are no data: ${p.patterns} not excluded.`,
    remedy: `The file was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.exclusions-added': (p: { patterns: string }) => ({
    message: `The crawler leaves out more than in AWS’s file: ${p.patterns}.`,
    remedy: KEEP_OR_DOWNLOAD,
  }),
  'crawler-template.has-schedule': (_: Record<never, never>) => ({
    message: 'The crawler has a schedule in this file; in AWS’s it has none.',
    remedy: KEEP_OR_DOWNLOAD,
  }),
  'crawler-template.permission-added': (p: { permission: string }) => ({
    message: `The file grants “${p.permission}”, which AWS’s file is not known to grant.`,
    remedy: `Do not create a stack from it before somebody has looked at this. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.runtime-missing': (p: { resource: string }) => ({
    message: `${p.resource} names no runtime, so the stack cannot be created.`,
    remedy: DOWNLOAD_AGAIN,
  }),
  'crawler-template.runtime-odd': (p: { runtime: string }) => ({
    message: `“${p.runtime}” is not a Lambda runtime, so the stack cannot be created.`,
    remedy: `The file was edited by hand. ${DOWNLOAD_AGAIN}`,
  }),
  'crawler-template.runtime-retired': (p: { runtime: string }) => ({
    message: `The file names the Lambda runtime ${p.runtime}, which AWS has retired; creating the stack from it fails.`,
    remedy:
      'The file may go to Spot all the same. For the stack, download a fresh copy; if that names the same runtime, ask AWS Support. Never change the runtime alone: the code in the file needs the old one.',
  }),
  'crawler-template.runtime-without-sdk': (p: { runtime: string }) => ({
    message: `The code in the file needs the AWS SDK 2, which ${p.runtime} no longer has: the runtime was probably changed by hand.`,
    remedy: `A stack from it would hang for an hour and fail. ${DOWNLOAD_AGAIN}`,
  }),

  'crawler-template.other-report': (p: { found: string; expected: string }) => ({
    message: `This is the crawler file of the report “${p.found}”; the case has “${p.expected}”.`,
    remedy: `Download the file of “${p.expected}”, or correct the report’s name in the case.`,
  }),
  'crawler-template.other-bucket': (p: { found: string; expected: string }) => ({
    message: `This crawler file is for the bucket “${p.found}”; the case has “${p.expected}”.`,
    remedy: `Download the file from “${p.expected}”, or correct the bucket in the case.`,
  }),
  'crawler-template.other-prefix': (p: { found: string; expected: string }) => ({
    message: `This crawler file is for the prefix “${p.found}”; the case has “${p.expected}”.`,
    remedy: 'Download the file from the right folder, or correct the prefix in the case.',
  }),
} satisfies Catalogue
