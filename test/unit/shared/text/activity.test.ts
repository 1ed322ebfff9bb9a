import { describe, expect, test } from 'vitest'
import { mspCurExtraction } from '../../../../shared/procedures/msp-cur-extraction.ts'
import { activitySentence } from '../../../../shared/text/activity.ts'
import { sourceFiles } from '../../../arch/source-files.ts'

/** Where the code says what happened: `record('case.opened'`, `what: 'payer.added'`, `activity('payer.changed'`. */
const SAID = /(?:record\(|what: |activity\(|put\(\w+, )(?:'([a-z]+\.[a-z-]+)'|`([a-z]+)\.\$\{(\w+)\}`)/g

/** The words that stand in for a name in a template: `case.${move}`. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  move: ['hold', 'resume', 'abandon', 'reopen'],
  how: ['returned', 'withdrawn'],
}

const recorded = new Set(
  sourceFiles(/^(shared\/domain|electron\/services)\/.*\.ts$/).flatMap(({ text }) =>
    [...text.matchAll(SAID)].flatMap(([, whole, topic, word]) =>
      whole ? [whole] : (WORDS[word ?? ''] ?? [`(${word})`]).map((w) => `${topic}.${w}`),
    ),
  ),
)

describe('what is recorded is told in a sentence', () => {
  test('for every code that the domain and the services record, whatever its row lacks', () => {
    expect(recorded.size).toBeGreaterThan(25)
    for (const what of recorded) {
      const told = activitySentence({ what, params: {} }, null)
      expect(told, what).not.toBe(what)
      expect(told, what).toMatch(/^[A-Z“]/)
      expect(told, what).not.toMatch(/undefined|null|\[object/)
    }
  })

  test('a code of a later version is shown as it is', () => {
    expect(activitySentence({ what: 'case.teleported', params: {} }, null)).toBe('case.teleported')
    expect(activitySentence({ what: 'constructor', params: {} }, null)).toBe('constructor')
  })

  test.each([
    ['fact.set', { fact: 'bucket', before: 'a', after: 'b' }, 'Set CUR bucket name to “b”, it was “a”'],
    ['fact.set', { fact: 'accountList', before: null, after: '' }, 'Set Account list to blank'],
    [
      'step.done',
      { step: 'report.sign-in', evidence: 'the date' },
      'Did “Sign in to the billing account”, seen: the date',
    ],
    [
      'step.skipped',
      { step: 'report.sign-in', reason: 'was there' },
      'Marked “Sign in to the billing account” not applicable: was there',
    ],
    ['step.done', { step: 'gone.step', evidence: null }, 'Did “gone.step”'],
    ['wait.started', { wait: 'spot-link' }, 'The wait “Spot answers with a link” began'],
    ['case.hold', { reason: 'holiday' }, 'Put the case on hold: holiday'],
    ['case.reopen', { reason: '' }, 'Reopened the case'],
    ['submission.sent', { attempt: 2, via: 'ticket' }, 'Sent submission 2 by ticket'],
    [
      'attachment.added',
      { name: 'crawler-cfn.yml', size: 9_420, sha256: 'ab'.repeat(32) },
      'Attached crawler-cfn.yml (9420 bytes, SHA-256 abababababab…)',
    ],
    [
      'action.done',
      { action: 'report.create', account: '111122223333', simulated: true, requestIds: ['r-1', 'r-2'] },
      'On AWS: create the report in account 111122223333 (simulated), request r-1, r-2',
    ],
  ])('%s of %o', (what, params, told) => {
    expect(activitySentence({ what, params }, mspCurExtraction)).toBe(told)
  })
})
