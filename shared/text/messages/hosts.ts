import type { Catalogue } from '../sentence.ts'

/** Sentences about starting a host, and about what leaves it. */
export const hostMessages = {
  'bench.not-here': (_: Record<never, never>) => ({
    message: 'The benchmarks are not part of this installation.',
    remedy: 'Run them in the folder of the project, with npm run bench.',
  }),
  'bench.failed': (_: Record<never, never>) => ({
    message: 'The benchmarks did not end as they should.',
    remedy: 'What went wrong stands above. Put it right, then run them again.',
  }),
  'host.port-taken': (p: { port: number }) => ({
    message: `Port ${p.port} is used by another program.`,
    remedy: 'Leave --port out to take a free one, or name another.',
  }),
  'host.not-built': (p: { folder: string }) => ({
    message: `The app's pages are not in ${p.folder}.`,
    remedy: 'Build them with “npm run build”, or start with “npm start”, which builds by itself.',
  }),
  'host.folder': (p: { folder: string; reason: string }) => ({
    message: `The data folder ${p.folder} cannot be used: ${p.reason}.`,
    remedy: 'Make it writable for yourself, or name another one with --data-dir.',
  }),
  'host.no-desktop': (_: Record<never, never>) => ({
    message: 'This is not available here: the app runs in a browser or a terminal.',
    remedy: 'Open MSP Casebook as a desktop app for it. Everything else works here as well.',
  }),
  'host.no-login-item': (_: Record<never, never>) => ({
    message: 'This system does not start the app at login from here.',
    remedy: 'Add MSP Casebook to the programs that start at login in the system’s own settings.',
  }),
  'host.not-an-export': (_: Record<never, never>) => ({
    message: 'This is not an export of this workspace, or it is no longer there.',
    remedy: 'Export again, then show or drag the new file.',
  }),
  'host.handed-unreadable': (p: { name: string; detail: string }) => ({
    message: `“${p.name}” cannot be read: ${p.detail}.`,
    remedy: 'Copy the file to a folder of your own, then choose it in the import.',
  }),
  'host.handed-too-large': (p: { name: string; mib: number }) => ({
    message: `“${p.name}” is larger than ${p.mib} MiB, more than a handover may be.`,
    remedy: 'Ask for a handover of fewer cases.',
  }),
  'host.no-file-manager': (p: { folder: string }) => ({
    message: 'Folders cannot be shown from here.',
    remedy: `Open “${p.folder}” in your file manager.`,
  }),
  'host.no-folder': (p: { folder: string }) => ({
    message: `“${p.folder}” is not a folder.`,
    remedy: 'Give the whole path of the folder that holds the workspace, the one with “casebook.db” in it.',
  }),
  'external.refused': (p: { host: string }) => ({
    message:
      p.host === '' ? 'This link is not opened: it is not a web address.' : `“${p.host}” is not opened from here.`,
    remedy: 'MSP Casebook opens pages of AWS and Spot only. Copy the link into a browser yourself if you trust it.',
  }),
} satisfies Catalogue
