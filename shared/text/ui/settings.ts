/** Sentences of the settings. */
export const settingsText = {
  saved: 'Settings are saved',
  profile: 'What every submission to Spot says about you.',
  operators: 'Who works here. What is done is recorded under the name chosen as yours.',
  operatorsHint: 'One a line: name, then the e-mail address in angle brackets.',
  recipient: 'Where submissions go unless a case says otherwise.',
  waits: 'Hours that the documents give, unless your experience says otherwise. Waits that already run keep theirs.',
  waitTitles: { 'report-delivery': 'AWS delivers the report', 'spot-link': 'Spot answers with a link' },
  waitDefaults: { 'report-delivery': '24', 'spot-link': '72' },
  runtimes: 'Lambda runtimes that AWS no longer lets be created. A crawler file that names one gets a warning.',
  buckets: 'Buckets that Spot’s links are known to use. An unknown one asks for a recorded decision.',
  onePerLine: 'One a line.',
  appearance: 'How it looks on this workspace’s screens.',
  singleKeys: 'Single-letter keys',
  singleKeysHint: 'Off: only arrows, Enter, Escape and chords with Ctrl or ⌘ do something.',
  badOperators: {
    message: 'Every line needs a name.',
    remedy: 'Write each as: Ana Ruiz <ana@example.com>',
  },
  badHours: {
    message: 'Hours are a number of zero or more.',
    remedy: 'Leave the field blank for the document’s own hours.',
  },
} as const
