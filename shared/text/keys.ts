/** Ctrl, and ⌘ on a Mac. */
export const MOD_KEY = 'Mod'

interface KeyEntry {
  readonly label: string
  /** Keys in the page, one after the other; a chord begins with the modifier. */
  readonly keys?: readonly string[]
  /** The key of its item in the desktop's menu, as Electron writes it. It acts wherever the focus is. */
  readonly accelerator?: string
  /** The screen that it leads to, as the fragment of the page's address. */
  readonly hash?: string
}

/** Every key of the app, once: the page, its sheet of shortcuts and the desktop's menu take theirs from here. */
export const keyMap = {
  palette: { label: 'Command palette', keys: [MOD_KEY, 'K'] },
  search: { label: 'Search the cases', keys: ['/'] },
  move: { label: 'Move in a list', keys: ['↑', '↓'] },
  open: { label: 'Open what is selected', keys: ['Enter'] },
  close: { label: 'Close, and back to where you were', keys: ['Esc'] },
  'new-case': { label: 'New case', keys: ['n'] },
  'go-today': { label: 'Go to Today', keys: ['g', 't'], accelerator: 'CmdOrCtrl+1', hash: '#/today' },
  'go-cases': { label: 'Go to Cases', keys: ['g', 'c'], accelerator: 'CmdOrCtrl+2', hash: '#/cases' },
  'go-checks': { label: 'Go to Checks', keys: ['g', 'k'], accelerator: 'CmdOrCtrl+3', hash: '#/checks' },
  'go-customers': { label: 'Go to Customers', keys: ['g', 'u'], accelerator: 'CmdOrCtrl+4', hash: '#/customers' },
  'go-payers': { label: 'Go to Payers', keys: ['g', 'p'], accelerator: 'CmdOrCtrl+5', hash: '#/payers' },
  'go-exchange': {
    label: 'Go to Import and export',
    keys: ['g', 'x'],
    accelerator: 'CmdOrCtrl+6',
    hash: '#/exchange',
  },
  'go-reports': { label: 'Go to Reports', keys: ['g', 'r'], accelerator: 'CmdOrCtrl+7', hash: '#/reports' },
  'go-settings': { label: 'Go to Settings', keys: ['g', 's'], accelerator: 'CmdOrCtrl+,', hash: '#/settings' },
  'today-check': { label: 'On a row of Today: check', keys: ['c'] },
  'today-done': { label: 'On a row of Today: mark done', keys: ['d'] },
  'today-chase': { label: 'On a row of Today: chase', keys: ['m'] },
  'today-snooze': { label: 'On a row of Today: put off', keys: ['z'] },
  'case-steps': { label: 'steps', keys: ['1'] },
  'case-submission': { label: 'submission', keys: ['2'] },
  'case-files': { label: 'files', keys: ['3'] },
  'case-timeline': { label: 'timeline', keys: ['4'] },
  'case-details': { label: 'details', keys: ['5'] },
  'case-next': { label: 'next case of the list', keys: [']'] },
  'case-previous': { label: 'previous case of the list', keys: ['['] },
  'list-pick': { label: 'In the list: pick a case', keys: ['Space'] },
  'list-range': { label: 'In the list: pick a range', keys: ['Shift', '↓'] },
  'list-all': { label: 'In the list: pick the whole result', keys: [MOD_KEY, 'A'] },
  'board-move': { label: 'On the board: move a case', keys: ['v'] },
  undo: { label: 'Undo my last change', keys: [MOD_KEY, 'Z'] },
  redo: { label: 'Redo what was undone', keys: [MOD_KEY, 'Shift', 'Z'] },
  'messages-away': { label: 'Put messages away', keys: ['x'] },
  shortcuts: { label: 'Keyboard shortcuts', keys: ['?'] },
  reveal: { label: 'Show data folder', accelerator: 'CmdOrCtrl+Shift+O' },
} as const satisfies Readonly<Record<string, KeyEntry>>

export type KeyId = keyof typeof keyMap

/** What a key is for, without the words of its place. */
export function keyEntry(id: KeyId): KeyEntry {
  return keyMap[id]
}

/** The screens that keys lead to, in the order of the sidebar. */
export const screenKeys = (Object.keys(keyMap) as KeyId[]).flatMap((id) => {
  const { label, accelerator, hash } = keyEntry(id)
  return hash === undefined || accelerator === undefined
    ? []
    : [{ label: label.replace(/^Go to /, ''), accelerator, hash }]
})
