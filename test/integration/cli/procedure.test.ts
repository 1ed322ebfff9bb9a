import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { spotAnswer } from '../../../electron/practice/spot.ts'
import type { Today } from '../../../shared/contract/operations/cases.ts'
import type { CaseView, LinkReportView, PlanView, PreflightView } from '../../../shared/contract/views.ts'
import { addMillis, HOUR } from '../../../shared/domain/instant.ts'
import { casebookHere, terminalOn } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const FACTS = {
  region: 'us-east-1',
  bucket: 'spotinst-cur-report-111122223333',
  prefix: 'spotinst_eco',
  reportName: 'spotinst-cur-report',
  customerName: 'Acme',
}

// Each line opens the workspace anew and closes it: what one has done, and the practice clock, is there for the next.
test('the whole procedure can be typed, in a practice workspace whose clock is moved on by --now', async () => {
  const folder = temporaryFolder()
  const { json, run } = terminalOn(folder, casebookHere, ['--practice'])
  const today = () => json<Today>('due', '--within', '4d')
  /** The option that lets hours pass before a command is run. */
  const after = async (hours: number) => ['--now', addMillis((await today()).now, hours * HOUR)]

  await json('init', '--company', 'Northwind', '--msp-account', '999900001111', '--operator', 'Ana')
  await json('customer', 'add', '--name', 'Acme', '--management-account', '111122223333', '--org', '606606606606')
  expect((await json<CaseView>('case', 'open', '--customer', 'Acme')).nextStepId).toBe('report.sign-in')

  // Phase 1. A plan writes nothing; with --yes it is run, and shown first.
  const plan = await json<PlanView>('case', 'do', 'C-1', 'bucket.create')
  expect(plan).toMatchObject({ possible: true, simulated: true, accountId: '111122223333' })
  expect((await run('case', 'do', 'C-1', 'bucket.create', '--yes')).stderr).toContain('Creates the bucket')
  await json('case', 'do', 'C-1', 'report.create', '--yes')
  expect(await today()).toMatchObject({
    soon: [{ todo: expect.stringMatching(/\S/), wait: { definition: 'report-delivery' } }],
  })

  // 25 hours later, phase 2.
  const delivered = await json<CaseView>('case', 'check', 'C-1', ...(await after(25)))
  expect(delivered.steps.find((s) => s.id === 'report.delivered')?.status).toBe('done')
  await json('case', 'crawler', 'C-1')
  await json('case', 'step', 'C-1', 'crawler-stack.name', 'done')
  expect(await json<PreflightView>('submission', 'preflight', 'C-1')).toMatchObject({ ready: true })
  await json('submission', 'export', 'C-1', '--out', join(folder, 'out'), '--format', 'zip')
  expect(readdirSync(join(folder, 'out'))).toEqual([expect.stringMatching(/_acme_111122223333_C-1\.zip$/)])
  expect((await run('submission', 'sent', 'C-1', '--via', 'e-mail')).stdout).toMatch(/Spot may take up to 72 h; due/)
  await json('case', 'do', 'C-1', 'crawler-stack.create', '--yes')
  await json('case', 'check', 'C-1', ...(await after(0.5)))
  await json('case', 'do', 'C-1', 'crawler.schedule', '--yes')

  // Spot answers after 72 hours; phase 3.
  const link = spotAnswer(FACTS)
  expect(await json<LinkReportView>('link', 'check', link, '--bucket', FACTS.bucket)).toMatchObject({ ok: true })
  const [, at = ''] = await after(73)
  expect((await json<Today>('due', '--now', at)).ready).toMatchObject([{ wait: { definition: 'spot-link' } }])
  await json('submission', 'answered', 'C-1', '--link', link)
  await json('case', 'set', 'C-1', 'accountList=')
  await json('case', 'step', 'C-1', 'extractor.account-list', 'done')
  await json('case', 'do', 'C-1', 'extractor-stack.create', '--yes')
  const done = await json<CaseView>('case', 'check', 'C-1', ...(await after(0.5)))

  expect(
    done.steps.filter((s) => s.status !== 'done').map((s) => [s.id, s.status, ...s.checks.map((k) => k.outcome)]),
  ).toEqual([])
  expect(done.state).toBe('done')
  expect(done.waits.map((w) => [w.definition, w.state])).toEqual([
    ['report-delivery', 'met'],
    ['spot-link', 'met'],
  ])
  expect((await run('case', 'show', 'C-1')).stdout).toContain('✓ extractor.create')
  expect((await run('due')).stdout).toBe('Nothing is due.\n')
  expect((await json<{ rows: unknown[] }>('case', 'list', '--state', 'done')).rows).toHaveLength(1)
}, 120_000)

test('the practice clock never runs backwards, and goes as far as is wanted', async () => {
  const folder = temporaryFolder()
  const { json, run } = terminalOn(folder, casebookHere, ['--practice'])
  await json('init', '--company', 'Northwind', '--msp-account', '999900001111')
  const far = addMillis((await json<Today>('due')).now, 200 * 24 * HOUR)
  expect((await json<Today>('due', '--now', far)).now >= far).toBe(true)
  const back = await run('due', '--now', addMillis(far, -HOUR))
  expect(back).toMatchObject({ exit: 2, stdout: '' })
  expect(back.stderr).toContain('it never runs backwards')
})
