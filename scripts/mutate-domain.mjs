// Changes the domain in one place at a time and sees whether a test notices; writes what it saw into docs/technical.
import './lib/on-pinned-node.mjs'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutationPage } from './domain-mutations/page.mjs'
import { pinnedNode, root } from './lib/paths.mjs'
import { asScript, Stop, say } from './lib/say.mjs'

const seen = join(root, '.cache', 'mutation', 'mutation.json')
const page = join(root, 'docs', 'technical', 'mutations.md')

await asScript(async () => {
  const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const onlyPage = process.argv.includes('--page')
  if (!onlyPage) {
    const run = spawnSync(pinnedNode, [stryker, 'run', join('test', 'mutation', 'stryker.config.json')], {
      cwd: root,
      stdio: 'inherit',
    })
    if (run.status !== 0) throw new Stop('The mutation run did not end well; its words are above.')
  }
  const { text, score } = mutationPage(JSON.parse(readFileSync(seen, 'utf8')))
  writeFileSync(page, text)
  say(`${score.toFixed(1)} % of the changes were noticed. What was not is in docs/technical/mutations.md.`)
  if (score < 80) throw new Stop('That is less than the 80 % the project asks of itself.')
})
