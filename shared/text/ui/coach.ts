interface Lesson {
  readonly title: string
  readonly text: string
}

/** What the guide of a practice workspace says on the way through the first case, by the step that comes next. */
const lessons: Readonly<Record<string, Lesson>> = {
  'report.sign-in': {
    title: 'Look at the account in the header',
    text: 'Everything of this case happens in the account that pays the bill, and its ID never leaves the screen. Press Check now: the simulated AWS says whether you are in the right one. Then mark the step done.',
  },
  'report.content': {
    title: 'Take the values as they are',
    text: 'Names are suggested, and chips copy them byte for byte. Here you could choose another report name; the suggestion is what Spot expects. The button in the bucket step makes the bucket for you.',
  },
  'report.bucket': {
    title: 'Let the app make the bucket',
    text: 'Every action shows its plan first, and touches nothing before you confirm. The folded notes are traps of Spot’s document: a bucket name may be taken, so this one carries the account ID.',
  },
  'report.delivery-options': {
    title: 'Mind the path prefix',
    text: 'The console shows a longer path than the one to type. Whatever you paste is cut to what AWS stores.',
  },
  'report.create': {
    title: 'Create the report, and let the clock run',
    text: 'Creating it starts the first wait: AWS delivers within 24 hours. Its bar says when it is due, and why.',
  },
  'report.delivered': {
    title: 'Let a day pass',
    text: 'Press 24 h in the banner above, and once more 1 h. Today will call the case ready; then check whether AWS has delivered. The wait ends because the report is there, not because time is over.',
  },
  'crawler-file.attach': {
    title: 'Fetch the crawler file',
    text: 'AWS wrote it beside the report. It is validated on the way in: another report’s file, an error page or an old runtime would be told apart.',
  },
  'crawler-stack.name': {
    title: 'Fix the stack name before you send',
    text: 'The submission carries it, so it must not change later. “Spot Eco Stack” of the document is not a legal name; the suggestion is.',
  },
  'submission.send': {
    title: 'Hand Spot a complete submission',
    text: 'Open the Submission tab. The seven items are checked in words, Export writes the bundle, and only “Mark as sent” starts the 72 hours.',
  },
  'crawler-stack.create': {
    title: 'Use the time that Spot takes',
    text: 'The stack can be created meanwhile. Let an hour pass afterwards and check it.',
  },
  'crawler.schedule': {
    title: 'Have the crawler run every day',
    text: 'One action sets the schedule; the check looks at whether it is really switched on.',
  },
  'spot-link.received': {
    title: 'Let 72 hours pass, then ask',
    text: 'Press 72 h in the banner. In the Submission tab the practice Spot answers with a link; judge it before you take it, because anybody can write one.',
  },
  'extractor.open-link': {
    title: 'Open the link in the right account',
    text: 'The link was judged when it was taken. What is filled in already stays as it is.',
  },
  'extractor.account-list': {
    title: 'Decide on the account list on purpose',
    text: 'Blank means all accounts of the payer. On a shared payer that would be every customer’s bill, so a blank one is a recorded decision.',
  },
  'extractor.stack-name': { title: 'Name the extractor stack', text: 'The name is free; the suggestion is legal.' },
  'extractor.create': {
    title: 'Create the extractor stack',
    text: 'The last action. Let an hour pass, check it, and the case is done.',
  },
}

const byHand =
  'Read why it is there, and do what its instructions say in a console of your own, or only in your mind. Then mark it done: the next step opens by itself.'
const byWaiting =
  'Let the hours pass with the buttons of the banner. Once the wait is due, write down what you saw and mark the step done.'

export const coachText = {
  label: 'Guide',
  place: (done: number, total: number) => `Your first case: ${done} of ${total} steps settled`,
  begin: {
    title: 'Open your first case',
    text: 'A case takes one customer through the whole procedure. Five fields are enough; invent a customer, and any 12 digits do as account.',
    button: 'Begin a case',
  },
  /** A step that has no lesson of its own says why it is there itself: the guide says how steps of its kind are done. */
  lesson: (procedure: string, step: { readonly id: string; readonly title: string; readonly kind: string }): Lesson =>
    (procedure === 'msp-cur-extraction' ? lessons[step.id] : undefined) ?? {
      title: step.title,
      text: step.kind === 'wait' ? byWaiting : byHand,
    },
  held: {
    title: 'The case rests',
    text: 'Nothing can be done in it at the moment: it is on hold, or a step is blocked. Its page says what is in the way.',
  },
  over: {
    title: 'That was the whole procedure',
    text: 'Every step is settled, and the timeline shows who did what. Try another scenario in the banner: a bucket that is taken, a delivery that fails, a link that is not Spot’s.',
  },
  show: 'Show me',
  hide: 'Hide the guide',
  again: 'Show the guide to the first case',
  hidden: 'The guide is hidden. The command palette brings it back.',
} as const
