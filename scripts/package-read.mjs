// Looks into packages that have been made: the fuses as they are in the program, and the files as they are in the
// archive. Both are compared with what was asked for.
import './lib/on-pinned-node.mjs'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { parse } from 'yaml'
import { root } from './lib/paths.mjs'
import { asScript, Stop } from './lib/say.mjs'
import { fuseFindings } from './package/fuses.mjs'

await asScript(async () => {
  const folder = process.argv[2] ?? 'release'
  const { electronFuses } = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))
  const apps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('app.asar'))
  if (apps.length === 0) throw new Stop(`There is no app in ${folder}.`)
  const findings = []
  for (const app of apps) {
    const strangers = listPackage(join(folder, app), { isPack: false }).filter((path) =>
      /\.(map|ts|md)$|[\\/]test[\\/]/.test(path),
    )
    findings.push(...strangers.map((path) => `${app}: ${path} should not be in it`))
    const wire = await getCurrentFuseWire(programBeside(join(folder, app)))
    const state = (/** @type {FuseV1Options} */ fuse) => wire[fuse] === FuseState.ENABLE
    findings.push(...fuseFindings(electronFuses, state, FuseV1Options).map((finding) => `${app}: ${finding}`))
  }
  for (const finding of findings) console.error(finding)
  console.log(`${apps.length} apps looked into, ${findings.length} findings`)
  process.exitCode = findings.length > 0 ? 1 : 0
})

/** `resources` lies beside the program; on a Mac the app is a folder with the program inside. */
function programBeside(/** @type {string} */ archive) {
  const mac = /^(.*\.app)[\\/]Contents[\\/]/.exec(archive)?.[1]
  if (mac !== undefined) return mac
  const folder = join(archive, '..', '..')
  const program = readdirSync(folder).find((name) => name === 'msp-casebook' || name === 'MSP Casebook.exe')
  if (program === undefined) throw new Stop(`There is no program in ${folder}.`)
  return join(folder, program)
}
