// Changes the domain in one place at a time and sees whether a test notices; writes what it saw into docs/technical.
// `npm run mutate:domain -- --only case,values/prefix.ts` runs over those alone and keeps what was seen of the others;
// `--page` writes the page from what was kept.
import './lib/on-pinned-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { globsOf, keptWith } from './domain-mutations/kept.mjs'
import { mutationPage } from './domain-mutations/page.mjs'
import { pinnedNode, root } from './lib/paths.mjs'
import { asScript, Stop, say } from './lib/say.mjs'

const cache = join(root, '.cache', 'mutation')
const seen = join(cache, 'mutation.json')
const kept = join(cache, 'kept.json')
const page = join(root, 'docs', 'technical', 'mutations.md')

await asScript(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, page: { type: 'boolean' } } })
  if (!values.page) {
    runStryker(values.only)
    const before = values.only === undefined ? { files: {} } : read(kept)
    writeFileSync(kept, JSON.stringify(keptWith(before, read(seen), domainFiles())))
  }
  const { text, score } = mutationPage(read(kept), domainFiles())
  writeFileSync(page, text)
  say(`${score.toFixed(1)} % of the changes were noticed. What was not is in docs/technical/mutations.md.`)
  if (score < 80) throw new Stop('That is less than the 80 % the project asks of itself.')
})

/** @param {string | undefined} only as `globsOf` reads it; absent: the whole domain */
function runStryker(only) {
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const mutate = only === undefined ? [] : ['--mutate', globsOf(only)]
  const args = [stryker, 'run', join('test', 'mutation', 'stryker.config.json'), ...mutate]
  const { status } = spawnSync(pinnedNode, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Stop('The mutation run did not end well; its words are above.')
}

function domainFiles() {
  return new Set(globSync('shared/domain/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/')))
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { files: {} }
}
