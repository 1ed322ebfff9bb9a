import type { Catalogue } from '../sentence.ts'

const ASK_SPOT = 'Do not open it. Ask Spot for the link anew, by the way you reached them before.'
const COPY_AGAIN = 'Copy the link again from Spot’s message, whole, and paste it unchanged.'
const DECIDE =
  'Look at the resources of the template, ask Spot if in doubt, and record the decision to go on. Known buckets are listed in Settings.'

/** Sentences about the CloudFormation link that Spot sends (004, step 3.1). */
export const spotLinkMessages = {
  'spot-link.missing': (_: Record<never, never>) => ({ message: 'The link from Spot is missing.', remedy: COPY_AGAIN }),
  'spot-link.too-long': (p: { length: number; longest: number }) => ({
    message: `The link has ${p.length} characters, more than the ${p.longest} that a link of this kind can need.`,
    remedy: COPY_AGAIN,
  }),
  'spot-link.not-a-link': (p: { text: string }) => ({
    message: `“${p.text}” is not a link that begins with https:// and a host.`,
    remedy: COPY_AGAIN,
  }),
  'spot-link.odd-character': (p: { character: string }) => ({
    message: `The link has a character that links do not have: “${p.character}”.`,
    remedy: `It may be broken over two lines, or made to be misread. ${COPY_AGAIN}`,
  }),
  'spot-link.not-https': (p: { scheme: string }) => ({
    message: `The link begins with ${p.scheme}: instead of https:.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.user-info': (p: { host: string }) => ({
    message: `The link hides its host: what stands before the @ is only a name, it leads to “${p.host}”.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.port': (p: { port: string }) => ({
    message: `The link names the port “${p.port}”; links to the AWS console name none.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.odd-host': (p: { host: string }) => ({
    message: `“${p.host}” is not written as hosts are.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.unicode-host': (p: { host: string }) => ({
    message: `“${p.host}” has letters that look like others; the AWS console’s host has none of them.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.mail-wrapper': (p: { host: string }) => ({
    message: `“${p.host}” is put around links by a mail program; the link itself cannot be judged through it.`,
    remedy: 'Have the mail show the original link, or copy it from the ticket, and paste that.',
  }),
  'spot-link.session-host': (p: { host: string }) => ({
    message: `“${p.host}” belongs to one signed-in browser session, so the link was copied after it was opened.`,
    remedy: COPY_AGAIN,
  }),
  'spot-link.look-alike-host': (p: { host: string }) => ({
    message: `“${p.host}” resembles a host of AWS but is not one of its console.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.other-host': (p: { host: string }) => ({
    message: `The link leads to “${p.host}”, not to the AWS console.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.path': (p: { path: string }) => ({
    message: `The link opens “${p.path}” of the console, not CloudFormation (/cloudformation/home).`,
    remedy: COPY_AGAIN,
  }),
  'spot-link.route': (p: { route: string }) => ({
    message: `The link opens “${p.route}” in CloudFormation, not the page that creates a stack.`,
    remedy:
      'Links that create a stack have #/stacks/create/review or #/stacks/quickcreate. Copy the link again, or ask Spot.',
  }),
  'spot-link.old-route': (_: Record<never, never>) => ({
    message: 'The link opens an older page of CloudFormation (#/stacks/new), which takes more clicks to the same end.',
    remedy: 'Go on as the procedure says; name, template and parameters are the same.',
  }),
  'spot-link.misplaced': (p: { name: string }) => ({
    message: `“${p.name}” stands before the # of the link, where CloudFormation does not read it.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.unknown-part': (p: { name: string }) => ({
    message: `The link has a part “${p.name}”, which CloudFormation is not known to read.`,
    remedy: 'Compare the link with Spot’s message before you open it.',
  }),
  'spot-link.odd-name': (p: { name: string }) => ({
    message: `The link has a part with the odd name “${p.name}”.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.duplicate': (p: { name: string }) => ({
    message: `The link has “${p.name}” twice, so what is shown need not be what is used.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.bad-encoding': (p: { name: string; text: string }) => ({
    message: `“${p.name}” is encoded in a broken or hidden way: “${p.text}”.`,
    remedy: COPY_AGAIN,
  }),
  'spot-link.double-encoded': (p: { name: string; text: string }) => ({
    message: `“${p.name}” is encoded twice, so it means something else than it shows: “${p.text}”.`,
    remedy: ASK_SPOT,
  }),

  'spot-link.no-region': (p: { expected: string }) => ({
    message: 'The link names no region; the console would take the last one used.',
    remedy: `Ask Spot for a link with region=${p.expected}.`,
  }),
  'spot-link.odd-region': (p: { region: string }) => ({
    message: `“${p.region}” is not the code of an AWS region.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.regions-disagree': (p: { host: string; query: string }) => ({
    message: `The link contradicts itself: its host is in ${p.host}, its region is ${p.query}.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.other-partition': (p: { region: string }) => ({
    message: `The region ${p.region} does not belong to the console that the link opens.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.other-region': (p: { region: string; expected: string }) => ({
    message: `The link creates the stack in ${p.region}; bucket and stack of this case are in ${p.expected}.`,
    remedy: `Ask Spot for a link to ${p.expected}, or correct the region of the case if it is wrong.`,
  }),

  'spot-link.no-template': (_: Record<never, never>) => ({
    message: 'The link names no template (templateURL).',
    remedy: COPY_AGAIN,
  }),
  'spot-link.template-not-https': (p: { url: string }) => ({
    message: `The template “${p.url}” is not fetched by https.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.template-not-s3': (p: { url: string }) => ({
    message: `The template “${p.url}” is not an object in S3, the only place CloudFormation takes templates from.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.template-query': (p: { url: string }) => ({
    message: `The template’s address carries more than its place: “${p.url}”.`,
    remedy: 'It may hold a signature that expires. Ask Spot for a link with a plain address.',
  }),
  'spot-link.template-partition': (p: { url: string }) => ({
    message: `The template “${p.url}” lies in another part of AWS (China or not) than the console that the link opens.`,
    remedy: ASK_SPOT,
  }),
  'spot-link.stack-name': (p: { name: string }) => ({
    message: `CloudFormation does not accept the link’s stack name “${p.name}”.`,
    remedy: 'Enter another on the page: letters, digits and hyphens, beginning with a letter.',
  }),
  'spot-link.unknown-parameter': (p: { name: string }) => ({
    message: `The link fills a parameter “${p.name}” that earlier links did not have.`,
    remedy: 'Leave it as it is; Spot’s templates change.',
  }),
  'spot-link.prefix-differs': (p: { found: string; expected: string }) => ({
    message: `The link has CURPrefixName “${p.found}”; the prefix of this case is “${p.expected}”.`,
    remedy: 'Do not change it on the page. Check the submission’s prefix and ask Spot for a link that fits.',
  }),
  'spot-link.bucket-differs': (p: { found: string; expected: string }) => ({
    message: `The link has CURBucketName “${p.found}”; the bucket of this case is “${p.expected}”.`,
    remedy: 'Check that the link belongs to this case, and ask Spot if it does.',
  }),
  'spot-link.account-list': (p: { list: string }) => ({
    message: `The link’s AccountList “${p.list}” is not a list of 12-digit accounts with commas and no spaces.`,
    remedy: 'On the page, put the case’s account list in its place.',
  }),
  'spot-link.unknown-template-bucket': (p: { bucket: string }) => ({
    message: `The template comes from the bucket “${p.bucket}”, which is not known as Spot’s; anyone can host a template on S3.`,
    remedy: DECIDE,
  }),
  'spot-link.unknown-code-bucket': (p: { bucket: string }) => ({
    message: `The stack would run code from the bucket “${p.bucket}”, which is not known as Spot’s.`,
    remedy: DECIDE,
  }),
  'spot-link.unknown-output-bucket': (p: { bucket: string }) => ({
    message: `The stack would send the billing data to the bucket “${p.bucket}”, which is not known as Spot’s.`,
    remedy: DECIDE,
  }),
} satisfies Catalogue
