import { expect, test } from 'vitest'
import { casebook } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function workspace(): Promise<(...words: readonly string[]) => ReturnType<typeof casebook>> {
  const data = temporaryFolder()
  const run = (...words: readonly string[]) => casebook([...words, '--data-dir', data])
  await run('init', '--company', 'Northwind', '--msp-account', '999900001111', '--operator', 'Ana')
  await run('payer', 'add', '--account', '333300000000', '--kind', 'shared')
  for (const [name, account] of [
    ['Acme', '111122223333'],
    ['Beta', '444455556666'],
  ]) {
    await run(
      'customer',
      'add',
      '--name',
      name ?? '',
      '--management-account',
      account ?? '',
      '--org',
      '606606606606',
      '--payer',
      '333300000000',
    )
  }
  return run
}

test('opening a case names the question that has to be answered, and takes its answer', async () => {
  const run = await workspace()
  const refused = await run('case', 'open', '--customer', 'Acme', '--procedure', 'eco-connect', '--json')
  expect(refused.exit).toBe(1)
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'intake.unanswered', field: 'managedByMsp' } })
  expect(refused.stderr + refused.stdout).toContain('--fact managedByMsp=')
  const facts = ['--fact', 'managedByMsp=yes', '--fact', 'accessHolder=customer']
  const opened = await run('case', 'open', '--customer', 'Acme', '--procedure', 'eco-connect', ...facts, '--json')
  expect(opened.exit, opened.stderr).toBe(0)
  expect(JSON.parse(opened.stdout)).toMatchObject({ procedure: { id: 'eco-connect' }, ref: 'C-1' })
  const shapeless = await run('case', 'open', '--customer', 'Acme', '--fact', 'managedByMsp')
  expect(shapeless).toMatchObject({ exit: 2 })
})

test('a change of a shared payer shows what it touches, and is made only when it is meant', async () => {
  const run = await workspace()
  await run('case', 'open', '--customer', 'Acme')
  await run('case', 'open', '--customer', 'Beta')
  const asked = await run('payer', 'set', '333300000000', 'bucket=other-bucket')
  expect(asked.exit).toBe(0)
  expect(asked.stdout).toMatch(/C-1 .*\n.*C-2 /)
  expect(asked.stdout).toContain('Nothing was changed.')
  expect(JSON.parse((await run('case', 'show', 'C-1', '--json')).stdout).payer.bucket).not.toBe('other-bucket')
  expect(await run('case', 'set', 'C-1', 'bucket=other-bucket')).toMatchObject({ exit: 1 })
  await run('payer', 'set', '333300000000', 'bucket=other-bucket', '--yes')
  expect(JSON.parse((await run('case', 'show', 'C-2', '--json')).stdout).payer.bucket).toBe('other-bucket')
})

test('a customer’s cases, the procedures, and requests to the customer are there in the terminal', async () => {
  const run = await workspace()
  await run('case', 'open', '--customer', 'Acme')
  await run('case', 'open', '--customer', 'Acme', '--procedure', 'eco-connect', '--fact', 'managedByMsp=yes')
  const shown = await run('customer', 'show', 'acme')
  expect(shown.stdout).toMatch(/C-1 .*\(004\)[\s\S]*C-2 .*\(003\)[\s\S]*is best done after/)
  expect((await run('procedure', 'list')).stdout).toMatch(/eco-connect/)
  await run('request', 'create', 'C-1', 'access', '--via', 'telephone')
  expect((await run('request', 'list', 'C-1')).stdout).toMatch(/access .* waiting/)
  expect((await run('request', 'done', 'C-1', 'access')).exit).toBe(0)
  expect((await run('request', 'cancel', 'C-1', 'access', '--reason', 'x')).exit).toBe(1)
})
