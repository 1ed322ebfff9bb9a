/**
 * @typedef {object} Answer
 * @property {string} id the check that finds it
 * @property {string} file where, from `electron/`; `N/A` for the app as a whole
 * @property {string} why nothing is open with it
 */

/** What Electronegativity finds in the main process and the preload, and why it stands. SECURITY.md says it at length. */
/** @type {readonly Answer[]} */
export const answers = [
  { id: 'CSP_GLOBAL_CHECK', file: 'N/A', why: 'The policy is a header of every answer; the scanner looks for a tag.' },
  { id: 'CERTIFICATE_ERROR_EVENT_JS_CHECK', file: 'main/doors.ts', why: 'The handler refuses, always.' },
  { id: 'OPEN_EXTERNAL_JS_CHECK', file: 'main/external.ts', why: 'What is opened has passed the allow-list.' },
  { id: 'PROTOCOL_HANDLER_JS_CHECK', file: 'main/start.ts', why: 'A link carries the number of a case and no more.' },
  { id: 'AUXCLICK_JS_CHECK', file: 'main/window.ts', why: 'No window opens, by whichever button of the mouse.' },
  { id: 'PRELOAD_JS_CHECK', file: 'main/window.ts', why: 'The preload gives the page two functions that take text.' },
]

/**
 * Findings without an answer, and answers that nothing asks for any more.
 *
 * @param {readonly { readonly id: string, readonly file: string }[]} issues
 * @param {readonly Answer[]} known
 */
export function unanswered(issues, known) {
  const name = (/** @type {{ id: string, file: string }} */ { id, file }) => `${id} in ${file.replaceAll('\\', '/')}`
  const asked = new Set(issues.map(name))
  const answered = new Set(known.map(name))
  return [
    ...[...asked].filter((one) => !answered.has(one)).map((one) => `${one} has no answer`),
    ...[...answered].filter((one) => !asked.has(one)).map((one) => `${one} is answered, and is found no more`),
  ]
}
