import type { Catalogue } from '../sentence.ts'

const move = { hold: 'put on hold', resume: 'resumed', abandon: 'abandoned', reopen: 'reopened', close: 'closed' }

/** Sentences about customers, payers, cases, steps and facts. */
export const caseMessages = {
  'workspace.empty': (_: Record<never, never>) => ({
    message: 'This workspace has no MSP profile yet.',
    remedy: 'Set it up first: in the app on the first page, or with casebook init --company NAME --msp-account ID.',
  }),
  'workspace.failed': (_: Record<never, never>) => ({
    message: 'The workspace could not be opened, for a reason the app does not know.',
    remedy:
      'The log in the data folder says more. Nothing was changed; start again, or choose another folder with --data-dir.',
  }),
  'workspace.not-empty': (p: { company: string }) => ({
    message: `This workspace belongs to ${p.company} already.`,
    remedy: 'Change the profile in Settings, or choose another folder with --data-dir.',
  }),
  'customer.unknown': (p: { customer: string }) => ({
    message: `No customer “${p.customer}” in this workspace.`,
    remedy:
      'Use the exact name, the 12-digit management account ID or the record ID; casebook customer list shows them.',
  }),
  'customer.ambiguous': (p: { customer: string; count: number }) => ({
    message: `${p.count} customers answer to “${p.customer}”.`,
    remedy: 'Use the management account ID or the record ID instead.',
  }),
  'customer.duplicate': (p: { account: string; customer: string }) => ({
    message: `The management account ${p.account} already belongs to the customer “${p.customer}”.`,
    remedy: 'Open that customer instead, or check the account ID for a slip.',
  }),
  'customer.in-use': (p: { customer: string; cases: string }) => ({
    message: `Spot has this value of ${p.customer} in the submission of ${p.cases}.`,
    remedy: 'Withdraw that submission or mark it returned first, or keep the value.',
  }),
  'payer.unknown': (p: { payer: string }) => ({
    message: `No payer “${p.payer}” in this workspace.`,
    remedy: 'Add it first with its 12-digit account, or leave it out for a dedicated payer of the management account.',
  }),
  'payer.duplicate': (p: { account: string }) => ({
    message: `The payer ${p.account} is here already.`,
    remedy: 'Use it for the new customer; its report, bucket and stack are kept once.',
  }),
  'payer.unknown-kind': (p: { text: string; kinds: string }) => ({
    message: `“${p.text}” is not a kind of payer.`,
    remedy: `Choose one of ${p.kinds}.`,
  }),
  'payer.transfer': (p: { customer: string; payer: string }) => ({
    message: `${p.customer === '' ? 'The customer' : p.customer} is billed through AWS Billing Transfer${p.payer === '' ? '' : ` (payer ${p.payer})`}: legacy Cost and Usage Reports cannot be made for transferred billing views.`,
    remedy:
      'Write to Spot before going on and ask how they connect customers under billing transfer or Billing Conductor.',
  }),
  'payer.in-use': (p: { cases: string }) => ({
    message: `The change touches cases whose submission is with Spot: ${p.cases}.`,
    remedy: 'Withdraw those submissions first, or keep the value.',
  }),
  'operator.unknown': (p: { operator: string }) => ({
    message: `${p.operator} is not among the operators.`,
    remedy: 'Add the name to the operators first, or choose one of them.',
  }),
  'procedure.version-unknown': (p: { procedure: string; version: number }) => ({
    message: `The case follows version ${p.version} of ${p.procedure}, which this version of the app does not know.`,
    remedy: 'Open it with the version of the app that made it, or a newer one. Nothing was changed.',
  }),
  'procedure.unknown': (p: { procedure: string; known: string }) => ({
    message: `There is no procedure “${p.procedure}”.`,
    remedy: `Choose one of: ${p.known}.`,
  }),
  'migration.not-newer': (p: { case: string; version: number; to: number }) => ({
    message: `${p.case} follows version ${p.version} of its procedure; version ${p.to} is not newer.`,
    remedy: 'Go on as it is: the version it was opened with stays runnable.',
  }),
  'case.unknown': (p: { case: string }) => ({
    message: `No case “${p.case}” in this workspace.`,
    remedy: 'Use a number such as C-42; casebook case list shows the cases.',
  }),
  'case.open-already': (p: { case: string; customer: string }) => ({
    message: `${p.customer} already has an open case in this procedure: ${p.case}.`,
    remedy: 'Go on with that case, or close it first.',
  }),
  'case.not-open': (p: { case: string; state: string }) => ({
    message: `${p.case} is ${p.state === 'on-hold' ? 'on hold' : p.state}.`,
    remedy: p.state === 'on-hold' ? 'Resume it first.' : 'Reopen it first; its record stays as it is.',
  }),
  'case.move-refused': (p: { case: string; state: string; move: keyof typeof move }) => ({
    message: `${p.case} is ${p.state === 'on-hold' ? 'on hold' : p.state} and cannot be ${move[p.move]}.`,
    remedy: 'Look at the case: what can be done with it now is offered there.',
  }),
  'case.not-complete': (p: { case: string }) => ({
    message: `${p.case} has steps that are still open, so it cannot be closed.`,
    remedy: 'Finish them, mark them not applicable with a reason, or abandon the case.',
  }),
  'case.reason-missing': (p: { move: keyof typeof move }) => ({
    message: `A case is ${move[p.move]} for a reason, and none was given.`,
    remedy: 'Say why in a few words; it is shown with the case and kept in its record.',
  }),
  'step.unknown': (p: { step: string; steps: string }) => ({
    message: `The procedure has no step “${p.step}”.`,
    remedy: `Its steps are: ${p.steps}.`,
  }),
  'step.gate-shut': (p: { step: string; waitsFor: string }) => ({
    message: `“${p.step}” cannot be done yet. ${p.waitsFor}`,
    remedy: 'Do what comes first, or mark it not applicable with a reason.',
  }),
  'step.not-applicable': (p: { step: string }) => ({
    message: `“${p.step}” does not apply to this case.`,
    remedy: 'Go on with the next step, or reopen this one if it applies after all.',
  }),
  'step.done-before': (p: { step: string; by: string }) => ({
    message: `“${p.step}” was done before, by ${p.by}.`,
    remedy: 'Reopen it if it has to be done again.',
  }),
  'step.not-settled': (p: { step: string }) => ({
    message: `“${p.step}” is open already.`,
    remedy: 'There is nothing to reopen.',
  }),
  'step.not-by-hand': (p: { step: string; kind: string }) => ({
    message: `“${p.step}” is not ticked by hand.`,
    remedy:
      p.kind === 'attach'
        ? 'Attach the file: the step is done once it has been validated.'
        : p.kind === 'send'
          ? 'Export the submission and mark it sent: that does the step and starts the 72 hours.'
          : 'Take Spot’s answer: that does the step.',
  }),
  'step.reopened-by-submission': (p: { step: string }) => ({
    message: `“${p.step}” cannot be reopened while Spot has the submission.`,
    remedy: 'Mark the submission returned, or withdraw it.',
  }),
  'step.evidence-missing': (p: { step: string }) => ({
    message: `“${p.step}” needs evidence when it is marked by hand.`,
    remedy:
      'Say what you saw, for example the date under Data last refreshed, or attach a screenshot; or let the app check.',
  }),
  'step.reason-missing': (p: { step: string; what: string }) => ({
    message: `“${p.step}” is marked ${p.what} for a reason, and none was given.`,
    remedy: 'Say why in a few words.',
  }),
  'fact.unknown': (p: { fact: string; facts: string }) => ({
    message: `A case has no fact “${p.fact}”.`,
    remedy: `The facts are: ${p.facts}.`,
  }),
  'fact.not-a-choice': (p: { text: string; choices: string }) => ({
    message: `“${p.text}” is none of the answers to this question.`,
    remedy: `Choose one of: ${p.choices}.`,
  }),
  'fact.not-settable': (p: { fact: string }) => ({
    message: `“${p.fact}” is not set on a case.`,
    remedy: 'It comes from the payer, from Settings or from Spot’s answer: change it there.',
  }),
  'fact.already-sent': (p: { fact: string; attempt: number }) => ({
    message: `Spot already has this value in submission ${p.attempt}.`,
    remedy: 'Withdraw the submission or mark it returned, change the value, and send a new attempt.',
  }),
  'decision.missing': (_: Record<never, never>) => ({
    message: 'A decision is recorded in words, and none were given.',
    remedy: 'Write who decided and why.',
  }),
  'instant.future': (p: { at: string; now: string }) => ({
    message: `${p.at} has not come yet; it is ${p.now}.`,
    remedy: 'Give the time at which it happened, in the past.',
  }),
  'instant.malformed': (p: { text: string }) => ({
    message: `“${p.text}” is not an instant.`,
    remedy: 'Write it as 2026-11-14T15:20:00Z, in UTC or with an offset.',
  }),
  'practice.only': (_: Record<never, never>) => ({
    message: 'Only a practice workspace can do that.',
    remedy: 'Switch to practice, where AWS and the clock are simulated.',
  }),
  'practice.state-unreadable': (p: { path: string }) => ({
    message: `The practice AWS cannot read what it has kept in “${p.path}”.`,
    remedy: 'Move that file away to practise on an empty AWS. Your real workspace is not touched.',
  }),
  'practice.scenario-unknown': (p: { name: string; known: string }) => ({
    message: `There is no practice scenario “${p.name}”.`,
    remedy: `Choose one of: ${p.known}.`,
  }),
  'practice.spot-not-ready': (p: { due: string; hours: number }) => ({
    message: `The practice Spot has not answered yet; it will at ${p.due}.`,
    remedy: `Move the practice clock on by ${p.hours} h.`,
  }),
  'phase.unknown': (p: { phase: string }) => ({
    message: `The procedure of this case has no phase “${p.phase}”.`,
    remedy: 'Choose one of the phases that the case itself shows.',
  }),
  'phase.behind': (p: { case: string; phase: string }) => ({
    message: `${p.case} is in “${p.phase}” or past it already. A case’s phase follows from its steps.`,
    remedy: 'To take it back, open it and reopen the step that has to be done again.',
  }),
  'input.not-base64': (_: Record<never, never>) => ({
    message: 'The bytes of the file did not arrive whole.',
    remedy: 'Choose the file again.',
  }),
  'evidence.too-large': (p: { name: string; size: number; limit: number }) => ({
    message: `${p.name} has ${p.size} bytes; evidence may have ${p.limit}.`,
    remedy: 'Take a smaller picture, or keep the file elsewhere and write down where.',
  }),
} satisfies Catalogue
