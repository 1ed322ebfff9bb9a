import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = new URL('../../../', import.meta.url)
const folder = new URL('.github/workflows/', root)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** The part of the workflow language that we use; a key that is not in it is a slip. */
const Env = z.record(z.string().regex(/^[A-Z_]+$/), z.string())
const If = z.string().optional()
const Step = z.union([
  z.strictObject({
    name: z.string().optional(),
    if: If,
    run: z.string(),
    env: Env.optional(),
    shell: z.literal('bash').optional(),
  }),
  z.strictObject({
    name: z.string().optional(),
    if: If,
    uses: z.string().regex(/^actions\/(checkout|setup-node|upload-artifact)@v\d+$/),
    with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
])
const Job = z.strictObject({
  name: z.string(),
  strategy: z.strictObject({ 'fail-fast': z.boolean(), matrix: z.record(z.string(), z.array(z.unknown())) }).optional(),
  'runs-on': z.string(),
  'timeout-minutes': z.int().max(60),
  steps: z.array(Step).min(2),
})
const Workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.enum(['push', 'pull_request', 'workflow_dispatch']), z.unknown().nullable()).or(z.unknown()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(z.string().regex(/^[a-z-]+$/), Job),
})

/** Contexts of `${{ … }}` that a workflow may read; `secrets` is not one of them. */
const contexts = /^(matrix|github|runner)\.[a-z_]+$/

const scripts: Record<string, string> = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).scripts

/** `${{ name }}`, as a workflow reads a value. */
const reading = (name: string) => ['$', `{{ ${name} }}`].join('')

function findings(text: string): string[] {
  const parsed = Workflow.safeParse(parse(text))
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const found: string[] = []
  for (const [, expression = ''] of text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)) {
    if (!contexts.test(expression)) found.push(`reads ${expression}`)
  }
  for (const { steps, strategy } of Object.values(parsed.data.jobs)) {
    for (const step of steps) {
      if ('uses' in step) {
        if (step.uses.startsWith('actions/checkout') && step.with?.['persist-credentials'] !== false) {
          found.push('keeps the credentials of the checkout')
        }
        continue
      }
      if (/\$\{\{(?!\s*matrix\.)/.test(step.run)) found.push(`puts a text from outside into a command: ${step.run}`)
      for (const [, name = ''] of step.run.matchAll(/npm (?:run )?(test|[a-z]+:[a-z]+|build)\b/g)) {
        if (scripts[name] === undefined) found.push(`runs a script that does not exist: ${name}`)
      }
      for (const [, path = ''] of step.run.matchAll(/node (scripts\/\S+)/g)) {
        if (!existsSync(new URL(path, root))) found.push(`runs a file that does not exist: ${path}`)
      }
    }
    for (const [, name = ''] of JSON.stringify(steps).matchAll(/matrix\.([a-z_]+)/g)) {
      const values = strategy?.matrix.include ?? [strategy?.matrix]
      if (!values.every((value) => typeof value === 'object' && value !== null && name in value)) {
        found.push(`reads matrix.${name}, which is not there`)
      }
    }
  }
  return found
}

describe('the workflows', () => {
  const names = readdirSync(folder)

  it.each(names)('%s is written as a workflow is, and runs what is there', (name) => {
    expect(findings(read(name))).toEqual([])
  })

  it('test on three systems with the real runtime, which may not be missing there', () => {
    const { test } = parse(read('check.yml')).jobs
    expect(test.strategy.matrix.os.map((os: string) => os.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos'])
    const runs = test.steps.filter(({ run = '' }: { run?: string }) => run.includes('npm test'))
    expect(runs.length).toBe(2)
    for (const { env } of runs) expect(env.REQUIRE_ELECTRON).toBe('1')
  })

  it('package, look into the packages, and publish nothing', () => {
    const text = read('package.yml')
    expect(text).toContain('--publish never')
    for (const part of ['package:check', 'package-read.mjs', 'npm sbom', 'package-checksums.mjs'])
      expect(text).toContain(part)
    for (const name of names) expect(read(name)).not.toMatch(/npm publish|gh release|action-gh-release|secrets\./)
  })

  it('would be caught with a slip', () => {
    const text = read('check.yml')
    const broken: [string, string][] = [
      ['contents: read', 'contents: write'],
      ['runs-on:', 'run-on:'],
      ['persist-credentials: false', 'persist-credentials: true'],
      ['npm run mutate:hardening', 'npm run mutate:nothing'],
      [`name: Test on ${reading('matrix.os')}`, `name: Test on ${reading('secrets.TOKEN')}`],
      ['xvfb-run --auto-servernum npm test', `echo ${reading('github.head_ref')}`],
      ['path: test-results\n', `path: ${reading('matrix.system')}\n`],
      ['actions/setup-node@v5', 'somebody/setup-node@main'],
    ]
    for (const [from, to] of broken) {
      expect(text).toContain(from)
      expect(findings(text.replace(from, () => to)), to).not.toEqual([])
    }
  })
})
