import type { Catalogue } from '../sentence.ts'

/** A payer that is being typed has no account to be named by yet. */
function named(payer: string): string {
  return payer === '' ? 'The payer' : `Payer ${payer}`
}

/** Sentences about what opening a case asks, and about what can be seen to go wrong before any work is done. */
export const intakeMessages = {
  'intake.unanswered': (p: { fact: string; question: string }) => ({
    message: `One question comes first: ${p.question}`,
    remedy: 'Answer it, and the case can be opened.',
  }),
  'intake.transfer': (p: { payer: string }) => ({
    message: `${named(p.payer)} is under AWS Billing Transfer: legacy Cost and Usage Reports cannot be made for transferred billing views.`,
    remedy: 'Ask Spot how they connect such customers before anything is set up.',
  }),
  'intake.shared-payer': (p: { payer: string }) => ({
    message: `${named(p.payer)} is shared: a blank account list would send every customer’s billing data to Spot.`,
    remedy: 'List this customer’s accounts in phase 3, or write down who decided to leave the list blank.',
  }),
  'intake.shared-not-managed': (p: { payer: string }) => ({
    message: `${named(p.payer)} is shared, yet the account is said not to be managed by an MSP.`,
    remedy: 'A customer on a shared payer cannot make the report: correct the answer, or the payer.',
  }),
  'intake.shared-taken-down': (p: { payer: string }) => ({
    message: `${named(p.payer)} is shared, yet its report and crawler stack are to be taken down.`,
    remedy: 'Look at the payer’s other customers first: without the report none of them has data at Spot.',
  }),
  'intake.dedicated-elsewhere': (p: { payer: string; management: string }) => ({
    message: `The dedicated payer is ${p.payer}, but the customer’s management account is ${p.management}.`,
    remedy: 'A report made in a member account shows that account only. Check which account pays the bill.',
  }),
  'intake.bucket-taken': (p: { bucket: string }) => ({
    message: `The bucket name ${p.bucket} belongs to someone already: S3 names are unique in all of AWS.`,
    remedy: 'Use a name with the account ID, unless this bucket really is in the billing account.',
  }),
  'intake.one-report': (p: { report: string }) => ({
    message: `Billing Engine and the payer’s own report are both named ${p.report}. One report cannot serve both.`,
    remedy: 'Give Billing Engine a report with another name, and a bucket of its own.',
  }),
  'intake.access-unknown': (_: Record<never, never>) => ({
    message: 'It is not recorded who can sign in to the billing account.',
    remedy: 'Find out before the first step, and record it with the case.',
  }),
  'intake.access-customer': (_: Record<never, never>) => ({
    message: 'Only the customer can sign in to the billing account.',
    remedy: 'Agree on an appointment, or ask for a role with billing access.',
  }),
  'intake.access-nobody': (_: Record<never, never>) => ({
    message: 'Nobody is known who can sign in to the billing account.',
    remedy: 'Ask the customer for access; the request can be made and chased from the case.',
  }),
  'intake.org-ids-missing': (_: Record<never, never>) => ({
    message: 'The customer’s Spot Org IDs are not known yet.',
    remedy:
      'Ask the customer: Spot console, user icon, My Organization. The request can be made and chased from the case.',
  }),
  'reuse.possible': (p: { cases: string; steps: number }) => ({
    message: `${p.cases} ${p.cases.includes(',') ? 'have' : 'has'} set up report and stack for this payer already: ${p.steps === 1 ? '1 step' : `${p.steps} steps`} can be taken over.`,
    remedy:
      'Have them verified anew by check, or by hand with what you saw; the case then starts at its own submission.',
  }),
  'reuse.nothing': (p: { case: string }) => ({
    message: `There is nothing that ${p.case} could take over: no other case has done a step for this payer.`,
    remedy: 'Go on with the steps of this case.',
  }),
  'reuse.not-verified': (p: { cases: string }) => ({
    message: `What ${p.cases} set up for this payer could not be verified.`,
    remedy: 'Look at the checks of this case: each names what is missing. Mend it, or do the steps anew.',
  }),
  'reuse.evidence-missing': (_: Record<never, never>) => ({
    message: 'What is taken over by hand has to be seen first, and nothing was said of it.',
    remedy: 'Say what you saw, for example the date under Data last refreshed and the state of the stack.',
  }),
  'payer.touches-cases': (p: { cases: string; fields: string }) => ({
    message: `The change of ${p.fields} touches ${p.cases.includes(',') ? 'other cases' : 'another case'} on this payer: ${p.cases}.`,
    remedy: 'Look at what it does to each of them, then confirm the change.',
  }),
} satisfies Catalogue
