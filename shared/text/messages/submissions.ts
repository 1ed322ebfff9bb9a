import { minute } from '../minute.ts'
import type { Catalogue } from '../sentence.ts'

type None = Record<never, never>

/** Sentences about the hand-off to Spot: preflight, export, and the life of a submission. */
export const submissionMessages = {
  'submission.unknown': (p: { case: string }) => ({
    message: `${p.case} has no submission yet.`,
    remedy: 'Export one first.',
  }),
  'submission.attempt-unknown': (p: { case: string; attempt: number }) => ({
    message: `${p.case} has no attempt ${p.attempt}.`,
    remedy: 'Look at the submissions of the case; attempts are counted from 1.',
  }),
  'submission.not-exported': (p: { state: string }) => ({
    message: `Only an exported submission can be marked sent; this one is ${p.state === 'draft' ? 'a draft' : p.state}.`,
    remedy: 'Export it first, send what was exported, then mark it sent.',
  }),
  'submission.stale': (p: { changed: string }) => ({
    message: `The submission was exported before a value changed: ${p.changed}.`,
    remedy: 'Export it again, and send that.',
  }),
  'submission.incomplete': (_: None) => ({
    message: 'One of the seven items that were exported is missing now.',
    remedy: 'Look at the preflight, put the item back, and export again what goes out.',
  }),
  'submission.not-sent': (p: { state: string }) => ({
    message: `Spot has no submission to answer: this one is ${p.state}.`,
    remedy: 'Mark it sent first, with the time at which it left.',
  }),
  'submission.sent-before': (p: { at: string }) => ({
    message: `This submission was sent at ${minute(p.at)}.`,
    remedy: 'Mark it returned when Spot asks for a correction, or withdraw it; then export a new attempt.',
  }),
  'submission.reason-missing': (p: { what: string }) => ({
    message: `A submission is ${p.what} for a reason, and none was given.`,
    remedy: 'Say why in a few words; the next attempt shows it.',
  }),
  'submission.refused': (p: { errors: number; first: string }) => ({
    message: `The bundle is not written while ${p.errors === 1 ? 'an error stands' : `${p.errors} errors stand`}: ${p.first}`,
    remedy: 'Look at the preflight; it names each field and its remedy.',
  }),
  'submission.early-answer': (p: { sentAt: string }) => ({
    message: `Spot cannot have answered before the submission was sent at ${minute(p.sentAt)}.`,
    remedy: 'Correct the time of the answer, or the time at which it was sent.',
  }),
  'link.decision-missing': (p: { buckets: string }) => ({
    message: `The link uses buckets that are not known for Spot: ${p.buckets}.`,
    remedy: 'Confirm them with Spot, then take the link together with a note of who confirmed it.',
  }),
  'link.refused': (p: { first: string }) => ({
    message: `The link was not taken: ${p.first}`,
    remedy: 'Ask Spot for a corrected link; nothing was changed.',
  }),

  'item.crawler-file-missing': (_: None) => ({
    message: 'The crawler file is missing.',
    remedy: 'Take crawler-cfn.yml from the bucket, or drop the downloaded file on the case.',
  }),
  'item.crawler-file-invalid': (p: { first: string }) => ({
    message: `The crawler file does not fit this case: ${p.first}`,
    remedy: 'Download a fresh copy from the bucket of this case and attach that.',
  }),
  'item.crawler-file-older': (p: { file: string; delivered: string }) => ({
    message: `The attached file is of ${p.file}; AWS delivered the report again at ${p.delivered}.`,
    remedy: 'It usually does not change. Download it again if the report was edited since.',
  }),
  'item.org-ids-missing': (_: None) => ({
    message: 'The customer’s Spot Org IDs are missing.',
    remedy: 'Ask the customer: Spot console, user icon, My Organization. Enter them at the customer.',
  }),
  'item.bucket-missing': (_: None) => ({
    message: 'The CUR bucket name is missing.',
    remedy: 'Enter the bucket that the report delivers into.',
  }),
  'item.stack-name-missing': (_: None) => ({
    message: 'The stack name is missing.',
    remedy: 'Decide on it before the submission goes out; SpotEcoStack is the usual one.',
  }),
  'item.ids-equal': (p: { a: string; b: string; id: string }) => ({
    message: `${p.a} and ${p.b} are the same: ${p.id}.`,
    remedy: 'Look whether one was pasted into the place of the other.',
  }),
  'item.msp-equals-management': (p: { id: string }) => ({
    message: `The MSP’s account and the customer’s management account are the same: ${p.id}.`,
    remedy: 'Each has its own. Correct the one that was pasted in the wrong place.',
  }),
  'item.payer-is-another': (p: { management: string; payer: string }) => ({
    message: `The payer ${p.payer} pays for this customer only, and is not its management account ${p.management}.`,
    remedy: 'Look whether the management account is another’s; if not, the payer is a shared one.',
  }),
  'item.management-is-shared-payer': (p: { id: string }) => ({
    message: `${p.id} is given as the customer’s management account and is also the shared payer.`,
    remedy:
      'Look whether the payer was pasted in its place: Spot needs the account that heads the customer’s own organization.',
  }),
  'item.prefix-empty': (_: None) => ({
    message: 'The prefix is empty.',
    remedy: 'The procedure uses spotinst_eco. Send an empty one only if the report was really made without a prefix.',
  }),
  'item.bucket-differs': (p: { bucket: string; document: string }) => ({
    message: `The bucket is ${p.bucket}, not ${p.document} as in the document. The message says so.`,
    remedy: 'Nothing to do: bucket names are unique in all of AWS, so most customers have another.',
  }),
  'item.stack-not-created': (p: { stack: string }) => ({
    message: `The stack ${p.stack} has not been seen yet.`,
    remedy: 'Nothing to do: it may be created after the submission has gone out.',
  }),
  'item.check-failed': (p: { check: string; at: string; first: string }) => ({
    message: `AWS said otherwise at the last look (“${p.check}”, ${minute(p.at)}): ${p.first}`,
    remedy: 'Run the checks of the case again; where they still fail, correct the value or what is on AWS.',
  }),
  'item.no-recipient': (p: { kind: string }) => ({
    message: `No e-mail address is known for ${p.kind === 'sales' ? 'the Spot sales representative' : 'Spot Support'}.`,
    remedy: 'Enter it in Settings or on the case, or send the bundle through Spot’s support page.',
  }),
  'recipient.email-missing': (_: None) => ({
    message: 'A sales representative is written to by e-mail, and the address is missing.',
    remedy: 'Enter the address, or choose Spot Support.',
  }),
} satisfies Catalogue
