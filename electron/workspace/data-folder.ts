import { isAbsolute, posix, win32 } from 'node:path'

/**
 * Where the workspace is kept when nobody says otherwise: the place the platform has for an application's data.
 * XDG_DATA_HOME counts only where it is absolute, as its specification has it.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'MSP Casebook')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'MSP Casebook')
  const xdg = env.XDG_DATA_HOME
  return posix.join(xdg && isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share'), 'msp-casebook')
}
