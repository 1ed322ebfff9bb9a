import type { Catalogue } from '../sentence.ts'

const COPY_OUTPUT = 'Copy the Spot Role ARN whole from the Outputs tab of the customer’s CloudFormation stack.'
const COPY_OBJECT_URL = 'In S3, open the object and copy the Object URL at the bottom of its page.'

/** Sentences about names by which AWS is addressed: buckets, the ARNs of roles, the URLs of objects. */
export const awsAddressMessages = {
  'bucket.missing': (_: Record<never, never>) => ({
    message: 'The name of the S3 bucket is missing.',
    remedy: 'Enter the bucket into which AWS delivers the report; the report’s page in the billing console names it.',
  }),
  'bucket.too-short': (p: { bucket: string }) => ({
    message: `“${p.bucket}” is too short for an S3 bucket: names have 3 to 63 characters.`,
    remedy: 'Choose a longer name.',
  }),
  'bucket.too-long': (p: { bucket: string; length: number }) => ({
    message: `“${p.bucket}” has ${p.length} characters; S3 bucket names have 3 to 63.`,
    remedy: 'Choose a shorter name.',
  }),
  'bucket.upper-case': (p: { bucket: string; lower: string }) => ({
    message: `“${p.bucket}” has capital letters, which S3 does not accept in bucket names.`,
    remedy: `Use “${p.lower}”, or copy the name from the S3 console.`,
  }),
  'bucket.illegal-character': (p: { bucket: string; character: string }) => ({
    message: `“${p.bucket}” is not an S3 bucket name: “${p.character}” is not allowed.`,
    remedy: 'Use lower-case letters, digits and hyphens only.',
  }),
  'bucket.bad-end': (p: { bucket: string }) => ({
    message: `“${p.bucket}” is not an S3 bucket name: names begin and end with a letter or a digit.`,
    remedy: 'Remove the hyphen or dot at its beginning or end.',
  }),
  'bucket.double-dot': (p: { bucket: string }) => ({
    message: `“${p.bucket}” is not an S3 bucket name: two dots may not stand together.`,
    remedy: 'Use hyphens in place of the dots.',
  }),
  'bucket.ip-address': (p: { bucket: string }) => ({
    message: `“${p.bucket}” has the form of an IP address, which S3 does not accept as a bucket name.`,
    remedy: 'Choose a name with letters in it.',
  }),
  'bucket.reserved-prefix': (p: { bucket: string; prefix: string }) => ({
    message: `“${p.bucket}” begins with “${p.prefix}”, which S3 keeps for itself.`,
    remedy: 'Choose a name with another beginning.',
  }),
  'bucket.reserved-suffix': (p: { bucket: string; suffix: string }) => ({
    message: `“${p.bucket}” ends with “${p.suffix}”, which S3 keeps for itself.`,
    remedy: 'Choose a name with another ending, and not the alias of an access point.',
  }),
  'bucket.dots': (p: { bucket: string }) => ({
    message: `“${p.bucket}” has dots: S3 accepts them, but encrypted addresses of such buckets are troublesome.`,
    remedy: 'For a new bucket, use hyphens instead.',
  }),
  'bucket.from-address': (p: { text: string; bucket: string }) => ({
    message: `Of “${p.text}”, only the bucket “${p.bucket}” is kept.`,
    remedy: 'Check that this is the bucket you mean.',
  }),
  'bucket.account-regional': (p: { bucket: string; account: string; region: string }) => ({
    message: `“${p.bucket}” is an account-regional bucket: only account ${p.account} can have it, in ${p.region}.`,
    remedy: 'Whether Spot’s extractor accepts such names is not known; ask Spot before you rely on it.',
  }),
  'bucket.account-regional-form': (p: { bucket: string }) => ({
    message: `“${p.bucket}” ends with “-an”, which S3 now keeps for names of the form <prefix>-<account>-<region>-an.`,
    remedy: 'An existing bucket works as before; for a new one choose another ending.',
  }),

  'role-arn.missing': (_: Record<never, never>) => ({ message: 'The Spot Role ARN is missing.', remedy: COPY_OUTPUT }),
  'role-arn.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not an ARN: a Role ARN reads arn:aws:iam::<account>:role/<name>.`,
    remedy: COPY_OUTPUT,
  }),
  'role-arn.unknown-partition': (p: { text: string; partition: string }) => ({
    message: `“${p.text}” names “${p.partition}”, which is not a part of AWS that this procedure knows.`,
    remedy: COPY_OUTPUT,
  }),
  'role-arn.not-a-role': (p: { text: string }) => ({
    message: `“${p.text}” is the ARN of something other than an IAM role.`,
    remedy: COPY_OUTPUT,
  }),
  'role-arn.bad-account': (p: { text: string; account: string }) => ({
    message: `“${p.text}” names the account “${p.account}”, which does not have 12 digits.`,
    remedy: COPY_OUTPUT,
  }),
  'role-arn.bad-name': (p: { text: string }) => ({
    message: `“${p.text}” has a path or a role name that IAM does not accept.`,
    remedy: COPY_OUTPUT,
  }),
  'role-arn.other-account': (p: { found: string; expected: string }) => ({
    message: `The role lies in account ${p.found}; the customer’s management account is ${p.expected}.`,
    remedy: 'Have the customer create the stack in the management account and copy the Role ARN from there.',
  }),
  'role-arn.other-partition': (p: { text: string; found: string; expected: string }) => ({
    message: `“${p.text}” is a role in partition ${p.found}; this customer is in ${p.expected}.`,
    remedy: 'Copy the Role ARN of this customer’s own stack, or correct the partition of the payer.',
  }),
  'role-arn.repeated': (p: { arn: string }) => ({
    message: `“${p.arn}” stood in the list more than once and is kept once.`,
    remedy: 'Check in the Outputs tab that no other role was meant.',
  }),

  'object-url.missing': (_: Record<never, never>) => ({
    message: 'The object URL is missing.',
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not the address of an S3 object.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.not-https': (p: { text: string }) => ({
    message: `“${p.text}” does not begin with https://, and CloudFormation accepts nothing else.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.not-s3': (p: { host: string }) => ({
    message: `“${p.host}” is not an address of S3.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.bad-path': (p: { text: string }) => ({
    message: `The path “${p.text}” hides dots, control characters or broken escapes.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.bad-bucket': (p: { bucket: string }) => ({
    message: `“${p.bucket}” in the address is not a bucket name that S3 accepts.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.no-key': (p: { bucket: string }) => ({
    message: `The address names the bucket “${p.bucket}” but no object in it.`,
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.has-query': (_: Record<never, never>) => ({
    message: 'The address carries something after its path: a signature, which is a credential, or a page position.',
    remedy: 'Copy the plain Object URL, not the one that opens or shares the object.',
  }),
  'object-url.is-console': (_: Record<never, never>) => ({
    message: 'This is a page of the AWS console, not the address of an object.',
    remedy: COPY_OBJECT_URL,
  }),
  'object-url.from-console': (_: Record<never, never>) => ({
    message: 'This is the console’s page of the object; bucket and key were taken from it.',
    remedy: 'Paste the Object URL into CloudFormation, not the page’s address.',
  }),
  'object-url.from-s3-uri': (_: Record<never, never>) => ({
    message: 'This is an S3 URI; bucket and key were taken from it.',
    remedy: 'Paste the Object URL into CloudFormation, which does not accept s3:// addresses.',
  }),
} satisfies Catalogue
