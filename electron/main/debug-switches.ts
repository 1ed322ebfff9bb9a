import type { CommandLine } from 'electron'

/**
 * Switches of Chromium by which another program could steer the app, read its pages or weaken them. The fuses close
 * those of Node; these are Chromium's own, and a packaged app does not start with them. `--no-sandbox` is not among
 * them: Linux starters add it, and `app.enableSandbox()` takes it back.
 */
export const debugSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'auto-open-devtools-for-tabs',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'load-extension',
  'js-flags',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'inspect',
  'inspect-brk',
] as const

/** The first switch that a packaged app refuses to start with; null where there is none, or while developing. */
export function refusedSwitch(commandLine: Pick<CommandLine, 'hasSwitch'>, isPackaged: boolean): string | null {
  return isPackaged ? (debugSwitches.find((name) => commandLine.hasSwitch(name)) ?? null) : null
}
