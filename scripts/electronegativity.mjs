// Runs Electronegativity, a scanner for Electron apps, over the main process and the preload, and demands an answer for
// everything it finds (scripts/electronegativity/answers.mjs). It is no dependency of the app and no part of `npm test`:
// npm installs it into a temporary folder. Its check for newer releases of Electron is left out: the lockfile pins ours.
import './lib/on-pinned-node.mjs'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire, Module } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answers, unanswered } from './electronegativity/answers.mjs'
import { root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { asScript, Stop } from './lib/say.mjs'

const scanner = '@doyensec/electronegativity'
const version = '1.10.3'
const installs = 300_000

await asScript(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-scan-'))
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', `${scanner}@${version}`]
    const { ok, output } = await run('npm', args, {
      keep: true,
      timeout: installs,
      shell: process.platform === 'win32',
    })
    if (!ok) throw new Stop(`The scanner could not be installed:\n${output}`)

    // It scans a copy: of the repository it would read the packages and the tests too.
    const input = join(folder, 'scanned')
    for (const ring of ['main', 'preload']) cpSync(join(root, 'electron', ring), join(input, ring), { recursive: true })
    cpSync(join(root, 'package.json'), join(input, 'package.json'))
    const require = createRequire(join(folder, 'package.json'))
    // It would ask the network for translations and for news; what it finds must not depend on the day.
    const offline = async () => Promise.reject(new Error('offline'))
    const client = require.resolve('got')
    require.cache[client] = Object.assign(new Module(client), { exports: Object.assign(offline, { head: offline }) })
    const scan = require(scanner)
    const { errors, issues, atomicChecks, globalChecks } = await scan({
      input,
      isRelative: true,
    })

    const unread = errors.map(
      (/** @type {{ file: string, message: string }} */ { file, message }) => `${file} was not read: ${message}`,
    )
    const open = [...unread, ...unanswered(issues, answers)]
    for (const { id, file, why } of answers) console.log(`${id} in ${file}: ${why}`)
    for (const one of open) console.error(one)
    console.log(`\n${atomicChecks + globalChecks} checks, ${issues.length} findings, ${open.length} open`)
    process.exitCode = open.length > 0 ? 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
