import type { CustomScheme } from 'electron'
import { unfaithful } from './unfaithful.ts'

/**
 * Chromium by itself loads no `app:`. Each address of a registered scheme stands at a host that exists nowhere:
 * `app://casebook/x` is `https://casebook.app.invalid/x` to the page, and `app:` again wherever the app looks.
 */
const schemes = new Set<string>()

export function registerSchemes(custom: readonly CustomScheme[]): void {
  for (const { scheme, privileges } of custom) {
    if (!privileges?.standard || !privileges.secure) unfaithful(`the scheme ${scheme} is not standard and secure`)
    if (privileges.bypassCSP || privileges.corsEnabled || privileges.allowServiceWorkers) {
      unfaithful(`the scheme ${scheme} has privileges that https has not`)
    }
    schemes.add(scheme)
  }
}

/** The address as the page has it. */
export function toPage(url: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([a-z0-9-]+)(?=[/?#]|$)(.*)$/is.exec(url)
  if (parts === null || !schemes.has(parts[1] ?? '')) return unfaithful(`a window on ${url}`)
  return `https://${parts[2]}.${parts[1]}.invalid${parts[3] || '/'}`
}

/** The address as the app has it. Others stay as they are. */
export function fromPage(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([a-z0-9-]+)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)/,
    (whole, blob: string | undefined, host: string, scheme: string) =>
      schemes.has(scheme) ? `${blob ?? ''}${scheme}://${host}` : whole,
  )
}

export function schemeOf(url: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase() ?? ''
}
