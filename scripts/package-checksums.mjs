// Writes SHA256SUMS beside the packages of a folder, in the form that `sha256sum --check` reads.
import './lib/on-pinned-node.mjs'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asScript, Stop } from './lib/say.mjs'

const packages = /\.(exe|dmg|AppImage|deb|cdx\.json)$/

await asScript(async () => {
  const folder = process.argv[2] ?? 'release'
  const names = readdirSync(folder).filter((name) => packages.test(name))
  if (names.length === 0) throw new Stop(`There is no package in ${folder}.`)
  const lines = names.sort().map((name) => `${hashOf(join(folder, name))}  ${name}\n`)
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''))
})

function hashOf(/** @type {string} */ path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}
