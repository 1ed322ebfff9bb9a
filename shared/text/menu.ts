/** Words of the application menu and the tray that the system does not bring itself. */
export const menuText = {
  spotConsole: 'Spot console',
  spotSupport: 'Spot support',
  go: 'Go',
  open: 'Open MSP Casebook',
  quit: 'Quit MSP Casebook',
} as const

/** What the tray says of the day. */
export const trayText = {
  counts: ({ overdue, ready }: { readonly overdue: number; readonly ready: number }) =>
    overdue + ready === 0
      ? 'Nothing is due'
      : [count(overdue, 'overdue'), count(ready, 'ready')].filter(Boolean).join(', '),
  badge: (number: number) => (number === 1 ? '1 case to act on' : `${number} cases to act on`),
  row: ({ ref, customer, todo }: { readonly ref: string; readonly customer: string; readonly todo: string }) =>
    `${ref} ${customer}: ${todo}`,
  next: ({ title, dueText }: { readonly title: string; readonly dueText: string }) => `Due next: ${title}, ${dueText}`,
} as const

/** What the desktop app says outside its window. */
export const desktopText = {
  endedBadly: {
    message: 'MSP Casebook did not end as it should the last time.',
    detail: 'What was saved is saved. The log holds what happened before; hand it on if this comes again.',
    showLog: 'Show log',
    goOn: 'Go on',
  },
  pageKeepsFailing: {
    title: 'MSP Casebook cannot show its window',
    text: 'The window failed several times within a minute. Start the app again; if this comes again, hand on the log file.',
  },
  choose: {
    folder: 'Choose a folder',
    save: 'Back up to a file',
    open: 'Choose a backup',
    backup: 'Backups',
    fileName: 'casebook-backup.zip',
  },
  debugSwitch: {
    title: 'MSP Casebook does not start this way',
    text: (name: string) => `The switch “--${name}” would open the app to other programs. Start it without the switch.`,
  },
} as const

function count(number: number, what: string): string {
  return number === 0 ? '' : `${number} ${what}`
}
