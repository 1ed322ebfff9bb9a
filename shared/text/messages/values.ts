import type { Catalogue } from '../sentence.ts'
import { awsAddressMessages } from './aws-addresses.ts'

const FROM_ACCOUNT_MENU = 'Copy the 12 digits from the account menu at the top right of the AWS console.'
const FROM_MY_ORGANIZATION =
  'Open the Spot console, user icon, My Organization, and copy the organization ID from there.'
const FORMAT_AS_TEXT = 'Format the column as text, fill it again from its source, and copy the cell anew.'

/** Sentences about single values: account IDs, Org IDs, buckets, prefixes, stack names… (DOMAIN: values). */
export const valueMessages = {
  ...awsAddressMessages,

  'naming.bucket-for-all': (p: { bucket: string }) => ({
    message: `“${p.bucket}” would be the bucket of every payer, and S3 gives a name only once.`,
    remedy: 'Write {account} where the payer’s account ID belongs, such as our-cur-{account}.',
  }),
  'account-id.missing': (_: Record<never, never>) => ({
    message: 'The AWS account ID is missing.',
    remedy: FROM_ACCOUNT_MENU,
  }),
  'account-id.malformed': (p: { text: string; digits: number }) => ({
    message: `“${p.text}” is not an AWS account ID: it has ${count(p.digits, 'digit')} where AWS has 12.`,
    remedy: FROM_ACCOUNT_MENU,
  }),
  'account-id.not-digits': (p: { text: string }) => ({
    message: `“${p.text}” is not an AWS account ID: an account ID has digits only, 12 of them.`,
    remedy: FROM_ACCOUNT_MENU,
  }),
  'account-id.spreadsheet': (p: { text: string }) => ({
    message: `“${p.text}” is a number that a spreadsheet has rounded: the digits of the account ID are lost.`,
    remedy: FORMAT_AS_TEXT,
  }),
  'account-id.leading-zeros': (p: { text: string; padded: string }) => ({
    message: `“${p.text}” is too short for an AWS account ID: a spreadsheet has probably dropped the zeros in front.`,
    remedy: `If so, the account is ${p.padded}: check it against the AWS console and enter it with its zeros.`,
  }),
  'account-id.is-spot-account': (p: { text: string }) => ({
    message: `“${p.text}” is a Spot account ID, not an AWS account ID.`,
    remedy: FROM_ACCOUNT_MENU,
  }),
  'account-id.is-arn': (p: { text: string; account: string }) => ({
    message: `“${p.text}” is an ARN, not an account ID.`,
    remedy: `The account in it is ${p.account}: enter that if it is the one you mean.`,
  }),

  'org-id.missing': (_: Record<never, never>) => ({
    message: 'The Spot Org ID is missing.',
    remedy: FROM_MY_ORGANIZATION,
  }),
  'org-id.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not a Spot Org ID: an Org ID has digits only, usually 12.`,
    remedy: FROM_MY_ORGANIZATION,
  }),
  'org-id.is-spot-account': (p: { text: string }) => ({
    message: `“${p.text}” is a Spot account ID, one of the accounts inside an organization, not the Org ID.`,
    remedy: FROM_MY_ORGANIZATION,
  }),
  'org-id.is-flexera': (p: { text: string }) => ({
    message: `“${p.text}” is too short for a Spot Org ID; short numbers like this are Flexera Org IDs.`,
    remedy: FROM_MY_ORGANIZATION,
  }),
  'org-id.spreadsheet': (p: { text: string }) => ({
    message: `“${p.text}” is a number that a spreadsheet has rounded: the digits of the Org ID are lost.`,
    remedy: FORMAT_AS_TEXT,
  }),
  'org-id.unusual-length': (p: { id: string; digits: number }) => ({
    message: `The Org ID ${p.id} has ${p.digits} digits; Spot’s usually have 12.`,
    remedy: 'Compare it with My Organization in the Spot console before it goes out.',
  }),
  'org-id.repeated': (p: { id: string }) => ({
    message: `The Org ID ${p.id} was given more than once and is kept once.`,
    remedy: 'Check that no other Org ID was meant.',
  }),
  'org-id.equals-account': (p: { id: string }) => ({
    message: `${p.id} is given as a Spot Org ID and is also an AWS account ID of this case.`,
    remedy: `Both have 12 digits and are easily swapped. ${FROM_MY_ORGANIZATION}`,
  }),

  'report-name.missing': (p: { usual: string }) => ({
    message: 'The name of the report is missing.',
    remedy: `Enter ${p.usual}, the name the procedure gives it, or the name it really has.`,
  }),
  'report-name.illegal': (p: { text: string; character: string; suggestion: string }) => ({
    message: `AWS does not accept “${p.text}” as a report name: “${p.character}” is not allowed.`,
    remedy: `Use letters, digits and ! - _ . * ' ( ) only, for example “${p.suggestion}”.`,
  }),
  'report-name.too-long': (p: { text: string; length: number }) => ({
    message: `“${p.text}” has ${p.length} characters; AWS accepts at most 256 in a report name.`,
    remedy: 'Choose a shorter name.',
  }),
  'report-name.only-dots': (p: { text: string }) => ({
    message: `“${p.text}” cannot be addressed as a folder, and AWS names the report’s folder after the report.`,
    remedy: 'Choose a name with letters in it.',
  }),

  'prefix.blank': (p: { usual: string }) => ({
    message: 'The prefix is blank: the report lies at the top of the bucket.',
    remedy: `AWS takes that, and every path here follows it. Spot expects ${p.usual}, so keep it blank only where the report was really made without a prefix, and tell Spot.`,
  }),
  'prefix.illegal': (p: { text: string; character: string }) => ({
    message: `AWS does not accept “${p.text}” as a path prefix: “${p.character}” is not allowed.`,
    remedy: "Use letters, digits, slashes and ! - _ . * ' ( ) only.",
  }),
  'prefix.too-long': (p: { text: string; length: number }) => ({
    message: `“${p.text}” has ${p.length} characters; AWS accepts at most 256 in a path prefix.`,
    remedy: 'Choose a shorter prefix.',
  }),
  'prefix.dot-folder': (p: { text: string }) => ({
    message: `“${p.text}” has a folder made of dots only, which browsers and tools cannot address.`,
    remedy: 'Use folder names with letters or digits.',
  }),
  'prefix.date-range-dropped': (p: { range: string }) => ({
    message: `“${p.range}” was dropped: AWS adds the date range itself, it is not part of the prefix.`,
    remedy: 'Check the prefix that remains.',
  }),
  'prefix.report-dropped': (p: { report: string }) => ({
    message: `“${p.report}” was dropped: it is the report’s name, which AWS adds after the prefix.`,
    remedy: 'Check the prefix that remains.',
  }),
  'prefix.file-dropped': (p: { file: string }) => ({
    message: `“${p.file}” was dropped: it is the crawler file, not part of the prefix.`,
    remedy: 'Check the prefix that remains.',
  }),
  'prefix.bucket-dropped': (p: { bucket: string }) => ({
    message: `“s3://${p.bucket}” was dropped: the prefix begins after the bucket.`,
    remedy: 'Check the prefix that remains.',
  }),
  'prefix.slashes-dropped': (p: { prefix: string }) => ({
    message: `Outer and doubled slashes were dropped; the prefix is “${p.prefix}”.`,
    remedy: 'Check it against the report’s page in the billing console.',
  }),
  'prefix.other-report': (p: { report: string; folder: string }) => ({
    message: `The path ends in “${p.folder}” where the report of this case is “${p.report}”.`,
    remedy: 'Check that the path was copied from the right report.',
  }),

  'stack-name.missing': (p: { suggestion: string }) => ({
    message: 'The stack name is missing.',
    remedy: `Enter the name the stack has or will have, for example ${p.suggestion}.`,
  }),
  'stack-name.illegal': (p: { text: string; suggestion: string }) => ({
    message: `CloudFormation does not accept “${p.text}”: names have letters, digits and hyphens only, and start with a letter.`,
    remedy: `Use ${p.suggestion}${p.suggestion === 'SpotEcoStack' ? '; Spot’s own later page does' : ''}.`,
  }),
  'stack-name.too-long': (p: { text: string; length: number; suggestion: string }) => ({
    message: `“${p.text}” has ${p.length} characters; CloudFormation accepts at most 128 in a stack name.`,
    remedy: `Choose a shorter name, for example ${p.suggestion}.`,
  }),

  'account-list.malformed': (p: { text: string; position: number }) => ({
    message: `Entry ${p.position} of the account list, “${p.text}”, is not an AWS account ID.`,
    remedy: 'Give account IDs of 12 digits, with commas between and no spaces.',
  }),
  'account-list.wrong-length': (p: { text: string; position: number; digits: number }) => ({
    message: `Entry ${p.position} of the account list, “${p.text}”, has ${count(p.digits, 'digit')} where AWS has 12.`,
    remedy: 'Copy that account ID anew; zeros in front belong to it.',
  }),
  'account-list.only-separators': (p: { text: string }) => ({
    message: `The account list “${p.text}” has separators but no account.`,
    remedy: 'Enter the accounts, or clear the field if every account of the payer is meant.',
  }),
  'account-list.too-long': (p: { accounts: number }) => ({
    message: `The list has ${p.accounts} accounts; CloudFormation takes at most 315 in one parameter.`,
    remedy: 'Ask Spot how to send a longer list.',
  }),
  'account-list.rewritten': (p: { list: string }) => ({
    message: `The list was put into the form that the template takes, commas without spaces: “${p.list}”.`,
    remedy: 'Copy the list from here, not from where it was typed.',
  }),
  'account-list.repeated': (p: { account: string }) => ({
    message: `Account ${p.account} stood in the list more than once and is kept once.`,
    remedy: 'Check that no other account was meant.',
  }),

  'region.missing': (p: { usual: string }) => ({
    message: 'The AWS region is missing.',
    remedy: `Enter its code; the procedure uses ${p.usual}.`,
  }),
  'region.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not the code of an AWS region.`,
    remedy: 'Enter a code like us-east-1; the region menu at the top right of the AWS console shows it.',
  }),
  'region.is-zone': (p: { text: string; region: string }) => ({
    message: `“${p.text}” is an availability zone, not a region.`,
    remedy: `Enter ${p.region}.`,
  }),
  'region.other-partition': (p: { region: string; partition: string }) => ({
    message: `${p.region} is not a region of ${p.partition === 'aws-cn' ? 'AWS China' : 'this partition of AWS'}.`,
    remedy:
      p.partition === 'aws-cn'
        ? 'Use cn-northwest-1 or cn-north-1, or correct the partition of the payer.'
        : 'Use us-east-1, or say first that the account is one of AWS China.',
  }),
  'region.not-us-east-1': (p: { region: string }) => ({
    message: `The region is ${p.region}; the procedure wants everything in us-east-1 (Northern Virginia).`,
    remedy:
      'Use us-east-1 if you can. If not, ask Spot Support first, and keep bucket and stack in one region, or the stack cannot be created.',
  }),

  'contact-email.missing': (_: Record<never, never>) => ({
    message: 'The e-mail address is missing.',
    remedy: 'Enter the address of the Spot sales representative, or of Spot Support where there is none.',
  }),
  'contact-email.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not an e-mail address.`,
    remedy: 'Enter one address of the form name@company.com.',
  }),

  'name.missing': (_: Record<never, never>) => ({ message: 'The name is missing.', remedy: 'Enter a name.' }),
  'name.unprintable': (p: { text: string }) => ({
    message: `“${p.text}” has characters that cannot be seen.`,
    remedy: 'Type the name instead of pasting it, on one line.',
  }),
  'name.too-long': (p: { text: string; length: number; longest: number }) => ({
    message: `“${p.text}” has ${p.length} characters; a name has at most ${p.longest}.`,
    remedy: 'Choose a shorter name.',
  }),
} satisfies Catalogue

function count(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`
}
