import type { Catalogue } from '../sentence.ts'

/** Sentences about starting a host, and about what leaves it. */
export const hostMessages = {
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
  'external.refused': (p: { host: string }) => ({
    message:
      p.host === '' ? 'This link is not opened: it is not a web address.' : `“${p.host}” is not opened from here.`,
    remedy: 'MSP Casebook opens pages of AWS and Spot only. Copy the link into a browser yourself if you trust it.',
  }),
} satisfies Catalogue
