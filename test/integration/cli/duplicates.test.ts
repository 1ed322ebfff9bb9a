import { expect, test } from 'vitest'
import type { CaseView, FindingView } from '../../../shared/contract/views.ts'
import { casebookHere, terminalOn } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const BETA = ['--name', 'Beta', '--management-account', '444455556666'] as const

test('what two customers have in common is said where it is typed, and stays to be seen', async () => {
  const { json, run } = terminalOn(temporaryFolder(), casebookHere, ['--practice'])
  await json('init', '--company', 'Northwind', '--msp-account', '999900001111', '--operator', 'Ana')
  await json('customer', 'add', '--name', 'Acme', '--management-account', '111122223333', '--org', '606606606606')
  const added = await run('customer', 'add', ...BETA, '--org', '606606606606')
  expect(added.stdout).toContain('“Acme” has the same Spot Org ID: 606606606606.')
  expect(added.stdout).toContain('Added Beta')
  expect((await run('customer', 'show', 'Acme')).stdout).toContain('“Beta” has the same Spot Org ID')

  await json('case', 'open', '--customer', 'Beta')
  const set = await json<{ noticed: FindingView[] }>('case', 'set', 'C-1', 'bucket=spotinst-cur-report-111122223333')
  expect(set.noticed.map((f) => [f.code, f.other?.name])).toEqual([['duplicate.report', '1111 2222 3333']])
  const shown = await json<CaseView>('case', 'show', 'C-1')
  expect(shown.advice.map((f) => f.code)).toEqual(expect.arrayContaining(['duplicate.org-ids', 'duplicate.report']))

  await json('case', 'set', 'C-1', 'bucket=beta-reports', 'orgIds=707707707707')
  const corrected = await json<CaseView>('case', 'show', 'C-1')
  expect(corrected.advice.map((f) => f.code).filter((code) => code.startsWith('duplicate.'))).toEqual([])
})
