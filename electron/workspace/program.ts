import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// This file lies two folders under the root, and so does every built one: the same addresses hold for both.

/** The built renderer: what a host serves its window. */
export const rendererFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url))

/** The version in package.json. */
export function programVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  const isNamed = typeof description === 'object' && description !== null && 'version' in description
  return isNamed ? String(description.version) : 'unknown'
}
