import { spawn } from 'node:child_process'

/**
 * Shows a folder in the system's file manager, and starts nothing. The program that opens addresses is not used for it:
 * on a Mac a folder can be an application, which it would run. `-R` shows it where it lies.
 */
export function showFolder(folder: string, platform: NodeJS.Platform): void {
  const [program, ...args] = fileManagerOf(platform)
  const child = spawn(program, [...args, folder], { stdio: 'ignore', detached: true })
  child.once('error', () => {})
  child.unref()
}

function fileManagerOf(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === 'darwin') return ['open', '-R']
  return [platform === 'win32' ? 'explorer.exe' : 'xdg-open']
}
