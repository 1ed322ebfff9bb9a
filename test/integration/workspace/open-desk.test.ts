import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createDispatch } from '../../../electron/rpc/dispatch.ts'
import { deskWithoutWorkspace, openDesk, workspaceFolder } from '../../../electron/workspace/open-desk.ts'
import { toBase64 } from '../../../shared/contract/base64.ts'
import type { ChangeEvent } from '../../../shared/contract/index.ts'
import type { HostStatus } from '../../../shared/contract/operations/host.ts'
import { crawlerTemplate } from '../../support/crawler-template-samples.ts'
import { testLog } from '../../support/desk.ts'
import { spotLink } from '../../support/spot-links.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PROFILE = { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' }

/** A desk on a folder, and a way to ask it as a host does. */
async function deskOn(folder: string, kind: 'real' | 'practice' = 'real') {
  const events: ChangeEvent[] = []
  const log = testLog()
  const options = {
    folder,
    kind,
    host: 'cli',
    version: '1.2.3',
    log,
    onChange: (e: ChangeEvent) => events.push(e),
  } as const
  const desk = await openDesk(options)
  onTestFinished(() => desk.close())
  const dispatch = createDispatch(desk.handlers, log)
  const ask = async (name: string, input: unknown = {}) => JSON.parse(await dispatch(name, JSON.stringify(input)))
  const status = async (): Promise<HostStatus> => (await ask('host.status')).value
  return { desk, ask, status, events, log }
}

describe('a folder without a workspace', () => {
  test('is left as it is: the status says so, and every operation is told to set it up first', async () => {
    const folder = temporaryFolder()
    const { ask, status } = await deskOn(folder)
    expect(await status()).toMatchObject({
      workspace: { state: 'empty', kind: 'real', folder, error: null },
      version: '1.2.3',
      host: 'cli',
      company: null,
    })
    expect(await ask('case.list')).toMatchObject({ ok: false, error: { code: 'workspace.empty' } })
    expect(readdirSync(folder)).toEqual([])
  })

  test('becomes one with the MSP’s profile', async () => {
    const folder = temporaryFolder()
    const { ask, status } = await deskOn(folder)
    expect((await ask('workspace.init', PROFILE)).ok).toBe(true)
    expect(await status()).toMatchObject({ workspace: { state: 'ready' }, company: 'Northwind', operator: 'Ana' })
    expect(await ask('workspace.init', PROFILE)).toMatchObject({ error: { code: 'workspace.not-empty' } })
  })

  test.each([
    [{ ...PROFILE, mspAccountId: '9999000011112' }, 'account-id.malformed', 'mspAccountId'],
    [{ ...PROFILE, company: ' ' }, 'name.missing', 'company'],
    [{ ...PROFILE, operator: '' }, 'name.missing', 'operator'],
  ])('does not become one with a profile that cannot be read: %o', async (profile, code, field) => {
    const folder = temporaryFolder()
    const { ask, status } = await deskOn(folder)
    expect(await ask('workspace.init', profile)).toMatchObject({ ok: false, error: { code, field } })
    expect((await status()).workspace.state).toBe('empty')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is made once, however many ask for it at the same time', async () => {
    const { ask, status } = await deskOn(temporaryFolder())
    const replies = await Promise.all([PROFILE, PROFILE, PROFILE].map((p) => ask('workspace.init', p)))
    expect(replies.map((r) => (r.ok ? 'made' : r.error.code)).sort()).toEqual([
      'made',
      'workspace.not-empty',
      'workspace.not-empty',
    ])
    expect((await status()).workspace.state).toBe('ready')
  })

  test('still judges files and links', async () => {
    const folder = temporaryFolder()
    const log = testLog()
    const desk = deskWithoutWorkspace({ folder, kind: 'real', host: 'cli', version: '1', log, onChange() {} })
    const dispatch = createDispatch(desk.handlers, log)
    const ask = async (name: string, input: unknown) => JSON.parse(await dispatch(name, JSON.stringify(input)))
    const template = toBase64(new TextEncoder().encode(crawlerTemplate()))
    expect((await ask('template.check', { base64: template })).value).toMatchObject({
      ok: true,
      report: 'spotinst-cur-report',
    })
    expect((await ask('link.check', { url: spotLink() })).value).toMatchObject({ ok: true, region: 'us-east-1' })
    expect(await ask('case.list', {})).toMatchObject({ error: { code: 'workspace.empty' } })
    await desk.close()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('practice and real', () => {
  test('lie in folders of their own and know nothing of each other', async () => {
    const folder = temporaryFolder()
    const { ask, status, events } = await deskOn(folder)
    await ask('workspace.init', PROFILE)
    await ask('host.switch', { kind: 'practice' })
    expect(await status()).toMatchObject({
      workspace: { state: 'empty', kind: 'practice', folder: workspaceFolder(folder, 'practice') },
      company: null,
    })
    await ask('workspace.init', { ...PROFILE, company: 'Practice Ltd' })
    expect(await status()).toMatchObject({ workspace: { state: 'ready', kind: 'practice' }, company: 'Practice Ltd' })
    await ask('host.switch', { kind: 'real' })
    expect(await status()).toMatchObject({ workspace: { kind: 'real' }, company: 'Northwind' })
    expect(events.filter((e) => e.topic === 'host')).toHaveLength(2)
    expect(existsSync(join(folder, 'practice', 'casebook.db'))).toBe(true)
  })

  test('only practice has a clock that can be moved', async () => {
    const { ask } = await deskOn(temporaryFolder())
    await ask('workspace.init', PROFILE)
    for (const [name, input] of [
      ['practice.state', {}],
      ['practice.advance', { hours: 24 }],
      ['practice.scenario', { name: 'late-delivery' }],
      ['practice.spot-answer', { case: 'C-1' }],
    ] as const) {
      expect(await ask(name, input)).toMatchObject({ error: { code: 'practice.only' } })
    }
  })

  test('switching lets what is being asked be answered first, and keeps what comes after waiting', async () => {
    const { ask } = await deskOn(temporaryFolder())
    await ask('workspace.init', PROFILE)
    const before = ask('customer.list')
    const switched = ask('host.switch', { kind: 'practice' })
    const after = ask('customer.list')
    expect(await before).toMatchObject({ ok: true })
    expect(await switched).toMatchObject({ value: { workspace: { kind: 'practice', state: 'empty' } } })
    expect(await after).toMatchObject({ ok: false, error: { code: 'workspace.empty' } })
  })

  test('switching back and forth at once ends where the last one led', async () => {
    const { ask, status } = await deskOn(temporaryFolder())
    await ask('workspace.init', PROFILE)
    await Promise.all(['practice', 'real', 'practice', 'real'].map((kind) => ask('host.switch', { kind })))
    expect(await status()).toMatchObject({ workspace: { kind: 'real', state: 'ready' }, company: 'Northwind' })
  })
})

describe('a workspace that cannot be opened', () => {
  test('is told by the status, with the way out; nothing is asked of it, and it can be tried again', async () => {
    const folder = temporaryFolder()
    const first = await deskOn(folder)
    await first.ask('workspace.init', PROFILE)
    const second = await deskOn(folder)
    expect((await second.status()).workspace).toMatchObject({ state: 'failed', error: { code: 'store.locked-by' } })
    expect(await second.ask('case.list')).toMatchObject({ ok: false, error: { code: 'store.locked-by' } })
    expect(second.log.lines.map((l) => l.event)).toContain('workspace.failed')

    await first.desk.close()
    await second.ask('host.switch', { kind: 'real' })
    expect(await second.status()).toMatchObject({ workspace: { state: 'ready' }, company: 'Northwind' })
  })
})

test('a practice AWS whose state was damaged is told as that, with the file and the way out', async () => {
  const folder = temporaryFolder()
  const first = await deskOn(folder, 'practice')
  await first.ask('workspace.init', PROFILE)
  await first.desk.close()
  const path = join(workspaceFolder(folder, 'practice'), 'practice-aws.json')
  writeFileSync(path, '{"world":')
  const { error } = (await (await deskOn(folder, 'practice')).status()).workspace
  expect(error).toMatchObject({ code: 'practice.state-unreadable', message: expect.stringContaining(path) })
})

test('a desk that is closed has given its folder free, and can be closed again', async () => {
  const folder = temporaryFolder()
  const { desk, ask } = await deskOn(folder)
  await ask('workspace.init', PROFILE)
  await desk.close()
  await desk.close()
  expect((await (await deskOn(folder)).status()).workspace.state).toBe('ready')
})
