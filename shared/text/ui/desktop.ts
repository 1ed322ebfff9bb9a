/** Words of what the desktop app does beside its window. */
export const desktopScreenText = {
  title: 'Desktop',
  lead: 'How MSP Casebook behaves on this computer. Not part of the workspace or its backups.',
  notHere: 'The app runs in a browser here. As a desktop app it can start at login, stay in the tray and notify you.',
  startAtLogin: 'Start at login',
  startAtLoginHint: 'Opens the app when you sign in to this computer.',
  startAtLoginNotHere: 'Not available for this installation. Add the app to the system’s own login programs instead.',
  stayInTray: 'Stay in the tray',
  stayInTrayHint: 'Closing the window keeps reminders and checks running. Quit from the tray or the menu.',
  updates: 'Updates',
  updatesOff: 'Off. The app asks nobody for updates; install a new version by hand.',
  reveal: 'Show in folder',
  drag: 'Drag out',
  choose: { folder: 'Choose a folder', save: 'Choose a place', open: 'Choose a file' },
  dragHint: 'Drag this to a mail or a folder. “Show in folder” leads to the same file.',
} as const
