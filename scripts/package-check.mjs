// Checks what would be packaged, without packaging and without network: the configuration by electron-builder's own
// schema, the files of every target, their sizes, and the icons.
import './lib/on-pinned-node.mjs'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isBuilt } from './build/freshness.mjs'
import { root } from './lib/paths.mjs'
import { asScript, Stop } from './lib/say.mjs'
import { packagedFiles, packageTargets } from './package/file-list.mjs'
import { packageFindings, sizeOf } from './package/findings.mjs'
import { iconFindings } from './package/icon-findings.mjs'

await asScript(async () => {
  if (!isBuilt()) throw new Stop('There is no build of these sources yet. Run npm run build first.')
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
  await validate(config)
  console.log('Configuration: valid')
  const icons = iconFindings(join(root, 'resources', 'icons'), join(root, 'resources', 'icon.svg'))
  console.log(`Icons: ${icons.length === 0 ? 'all there' : 'not right'}`)
  const findings = icons.map((finding) => `Icons: ${finding}`)
  for (const target of packageTargets) {
    const name = `${target.platform}-${target.arch}`
    const files = packagedFiles(config, target)
    console.log(`${name}: ${files.length} files, ${(sizeOf(files) / 1e6).toFixed(1)} MB without the runtime`)
    findings.push(...packageFindings(files, target).map((finding) => `${name}: ${finding}`))
  }
  for (const finding of findings) console.error(finding)
  process.exitCode = findings.length > 0 ? 1 : 0
})

async function validate(/** @type {object} */ config) {
  const require = createRequire(import.meta.url)
  const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js')
  const { DebugLogger } = require('builder-util')
  await validateConfiguration(config, new DebugLogger(false))
}
