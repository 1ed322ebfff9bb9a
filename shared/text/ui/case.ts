/** Sentences of the case page. */
export const caseText = {
  signIn: 'Console: sign in to',
  locked: 'Not yet',
  stillNeeded: 'Still needed',
  nothingByHand: {
    send: 'Marking the submission as sent settles this step.',
    attach: 'Attaching the crawler file settles this step.',
    other: 'This step settles itself once Spot’s answer is recorded.',
  },
  opensInNewTab: 'opens in a new tab',
  evidence: {
    label: 'Evidence',
    more: 'Evidence and time',
    time: 'Time',
    hint: 'What you saw: a date, a status, a ticket. Kept with the step.',
    file: 'Attach a file',
    fileHint: 'Or drop or paste a screenshot. Kept with the case.',
  },
  at: { label: 'When it happened', hint: 'Blank means now. Waits count from this time.' },
  badTime: {
    message: 'This is no date and time.',
    remedy: 'Give both, as the calendar of this field offers them.',
  },
  suggested: 'Suggested; not saved yet.',
  changedMeanwhile: (now: string) => `Changed meanwhile to “${now}”. Saving replaces it with what is typed here.`,
  changeForAll: 'Change it for all of them',
  choose: 'Choose…',
  useOther: 'Take the other value',
  leaveBlank: (label: string) => `Leave ${label} blank on purpose`,
  crawlerFile: {
    button: 'Choose crawler-cfn.yml',
    hint: 'Or drop or paste it here. It is checked against this case before anything is attached.',
  },
  traps: { document: 'What the document says', practice: 'What really works' },
  checks: { never: 'Not checked yet.', none: 'No check has been run.' },
  message: 'Message to Spot',
  plan: {
    loading: 'Looking at AWS…',
    writes: 'This writes to AWS',
    practice: 'This writes to the simulated AWS',
    identity: 'Signed in as',
    noIdentity: 'Nobody is signed in to AWS here.',
    impossible: 'This cannot be run as things stand.',
    nothing: 'Nothing would change.',
  },
  skip: {
    title: 'Not applicable',
    lead: 'The step is passed over, and the reason kept.',
    button: 'Mark not applicable',
  },
  block: {
    title: 'Blocked',
    lead: 'The step stays open and shows why it cannot go on.',
    button: 'Mark blocked',
  },
  reopen: {
    title: 'Reopen step',
    lead: 'The step, and whatever was built on it, is to do again. Waits that it started are cancelled.',
    button: 'Reopen step',
  },
  state: {
    hold: { title: 'Put on hold', lead: 'Waits pause until the case goes on.', button: 'Put on hold', reason: true },
    resume: {
      title: 'Resume',
      lead: 'The case goes on, and paused waits run again.',
      button: 'Resume case',
      reason: false,
    },
    abandon: {
      title: 'Abandon',
      lead: 'The case ends here. It can be reopened, and nothing of it is deleted.',
      button: 'Abandon case',
      reason: true,
    },
    reopen: { title: 'Reopen', lead: 'The case is open again, where it was.', button: 'Reopen case', reason: true },
  },
  done: {
    title: 'Connected',
    text: 'Every step of the procedure is done. Its checks can be run again at any time.',
  },
  reason: { label: 'Reason', hint: 'One sentence that still makes sense in half a year.' },
  timelineEmpty: 'Nothing has happened yet.',
  filesEmpty: {
    title: 'No files yet',
    text: 'The crawler file and evidence land here as the steps collect them.',
  },
  notes: { label: 'Notes', hint: 'For your colleagues. Searchable in the case list.' },
  payerFacts: (n: number) =>
    n === 1
      ? 'Facts of the payer. Only this customer uses it.'
      : `Facts of the payer. A change touches ${n} customers.`,
} as const
