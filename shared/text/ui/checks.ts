/** Sentences of the checks screen, of the watcher and of what is allowed to look. */
export const checksText = {
  lead: 'What AWS last showed, case by case. Looking changes nothing there.',
  run: 'Check everything that is due',
  runSome: (n: number) => (n === 1 ? 'Check the selected case' : `Check ${n} selected cases`),
  cancel: 'Stop',
  stopping: 'Stopping: what is being looked at is still filed.',
  running: (checked: number, total: number) => `${checked} of ${total} cases`,
  roundLabel: 'Round of checks',
  ended: (checked: number, at: string) =>
    checked === 1 ? `One case was gone through, until ${at}.` : `${checked} cases were gone through, until ${at}.`,
  stopped: (checked: number, total: number) => {
    if (checked < total) return `Stopped after ${checked} of ${total} cases. The rest is as it was.`
    return total === 1
      ? 'Stopped, but its one case had been looked at by then.'
      : `Stopped, but all ${total} cases had been looked at by then.`
  },
  nothingDue: 'Nothing is due for a look: no open case has a check that belongs to what is to do now.',
  refused: 'Could not be looked at',
  groups: {
    fail: { title: 'Failed', hint: 'AWS shows something else than the case needs.' },
    'no-access': { title: 'No access', hint: 'A permission is missing. It says nothing about the thing itself.' },
    unknown: { title: 'Not known', hint: 'AWS does not say yet, or gave no answer that could be used.' },
    warn: { title: 'Look at this', hint: 'It works, but somebody should decide on it.' },
    pass: { title: 'Passed', hint: 'As it should be when it was last looked at.' },
  },
  more: 'Older results are on their cases.',
  select: (ref: string, customer: string) => `Select ${ref}, ${customer}`,
  toStep: 'Open the step',
  seenAs: 'Seen as',
  at: 'at',
  simulated: 'simulated',
  none: {
    title: 'Nothing has been looked at yet',
    text: 'Run the checks that are due, or open a step of a case and check it there.',
  },
  nothingToLookWith: {
    title: 'There is nothing to look with',
    text: 'Choose an AWS profile at a payer. Without one, every step works by hand, with evidence.',
  },
  policy: {
    button: 'Copy the read-only policy',
    copied: 'Copied: paste it as an inline policy of the role in the IAM console.',
    failed: 'It could not be copied. Open the payer’s page to select it there.',
    title: 'Read-only policy',
    hint: 'The least that the checks need, for this payer’s bucket and report. It changes nothing.',
    show: 'Show the policy',
  },
  watch: {
    title: 'Looking in the background',
    off: 'This window does not look in the background: only the desktop app and the app in a browser do.',
    watching: 'On. Waits that AWS ends, and stacks in the making, are looked at while the app runs.',
    paused: 'Paused. Nothing is looked at until it goes on.',
    pause: 'Pause',
    resume: 'Go on',
    last: (when: string) => `Last looked at ${when}.`,
    never: 'It has not looked yet.',
    accounts: 'Accounts and when they are next looked at',
    idle: 'No account has anything to wait for just now.',
    paces: {
      steady: 'as planned',
      making: 'a stack is being made',
      'backing-off': 'backing off: the last look failed',
    },
    every: (span: string) => `about every ${span}`,
  },
  news: {
    title: 'News',
    none: 'Nothing has been noticed yet. Reports that are delivered and stacks that finish show up here.',
    latest: 'Last news',
    all: 'All news',
  },
} as const

/** Sentences of a payer’s access to AWS. */
export const accessText = {
  title: 'Access to AWS',
  hint: 'With a profile the app looks and acts for you. Its keys stay where they are: nothing is stored or logged.',
  profile: 'AWS profile',
  none: 'None: everything by hand, with evidence',
  environment: 'The keys the environment names are used where no profile is chosen.',
  noProfiles: 'No profiles were found in the AWS files of this computer.',
  practice: 'A practice workspace has keys of its own that are worth nothing anywhere else. No profile is needed.',
  test: 'Test the identity',
  save: 'Save profile',
  saved: 'The profile is saved',
  inAccount: (account: string) => `account ${account}`,
  verdicts: {
    right: 'This is the payer’s account',
    wrong: 'This is another account: nothing will be looked at or written with it',
    unknown: 'AWS did not say who this is',
  },
  expected: 'Expected account',
  actual: 'Actual account',
  role: 'In its organization',
  roles: { management: 'management account', member: 'member account', standalone: 'stands alone' },
  arn: 'Signed in as',
  endpoint: 'Answered by',
  simulated: 'simulated AWS',
  overrides: 'Set in place of AWS’s own',
  command: 'Sign in with',
} as const
