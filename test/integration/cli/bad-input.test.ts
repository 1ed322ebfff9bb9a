import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDispatch } from '../../../electron/rpc/dispatch.ts'
import { openDesk } from '../../../electron/workspace/open-desk.ts'
import { casebook, casebookHere, type Terminal, terminalOn } from '../../support/casebook.ts'
import { crawlerTemplate, savedInstead } from '../../support/crawler-template-samples.ts'
import { testLog } from '../../support/desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// One workspace for all: whatever is refused leaves it as it was, which is what these tests are about.
let folder: string
let terminal: Terminal

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'))
  terminal = terminalOn(folder, casebookHere)
  await asked(async (send) => {
    await send('workspace.init', { company: 'Northwind', mspAccountId: '999900001111', operator: 'Ana' })
    await send('customer.add', { name: 'Acme', managementAccountId: '111122223333', orgIds: '606606606606' })
    await send('case.open', { customer: 'Acme' })
  })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Send = (name: string, input: unknown) => Promise<unknown>

/** Asks the workspace in this process, between two runs of the command line. */
async function asked<T>(work: (send: Send) => Promise<T>): Promise<T> {
  const log = testLog()
  const desk = await openDesk({ folder, kind: 'real', host: 'cli', version: '1', log, onChange() {} })
  try {
    const dispatch = createDispatch(desk.handlers, log)
    return await work(async (name, input) => {
      const reply = JSON.parse(await dispatch(name, JSON.stringify(input)))
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
      return reply.value
    })
  } finally {
    await desk.close()
  }
}

/** The last place in the record, and the files beside the database: what anything written would change. */
async function written() {
  const { rows } = (await asked((send) => send('activity.list', { limit: 1 }))) as { rows: { sequence: number }[] }
  return { sequence: rows[0]?.sequence, files: readdirSync(folder, { recursive: true }).map(String).sort() }
}

/** A file of the test's own, for the command line to take. */
function fileOf(name: string, text: string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

const XML_ERROR = savedInstead.accessDenied
const OTHER_REPORT = crawlerTemplate({ bucket: 'spotinst-cur-report-111122223333', report: 'another-report' })

describe('refused with code, field, sentence and remedy, and nothing is written', () => {
  const customer = ['customer', 'add', '--name', 'Beta']
  test.each([
    [
      'an account of 13 digits',
      () => [...customer, '--management-account', '1111222233334', '--org', '606606606606'],
      'account-id.malformed',
      'managementAccountId',
    ],
    [
      'a payer’s account of 13 digits',
      () => ['payer', 'add', '--account', '4444555566667', '--kind', 'shared'],
      'account-id.malformed',
      'accountId',
    ],
    [
      'a Spot account ID in the place of an Org ID',
      () => [...customer, '--management-account', '444455556666', '--org', 'act-1234abcd'],
      'org-id.is-spot-account',
      'orgIds',
    ],
    [
      'a stack name with spaces',
      () => ['case', 'set', 'C-1', 'crawlerStackName=Spot Eco Stack'],
      'stack-name.illegal',
      'crawlerStackName',
    ],
    ['a bucket name that S3 would refuse', () => ['case', 'set', 'C-1', 'bucket=Spot_Bucket'], 'bucket.', 'bucket'],
    [
      'one bad value among good ones',
      () => ['case', 'set', 'C-1', 'prefix=eco', 'bucket=Spot_Bucket', 'accountList=111122223333'],
      'bucket.',
      'bucket',
    ],
    ['a fact that no case has', () => ['case', 'set', 'C-1', 'colour=red'], 'fact.unknown', 'colour'],
    ['an unknown case', () => ['case', 'show', 'C-99'], 'case.unknown', 'case'],
    ['an unknown customer', () => ['case', 'open', '--customer', 'Nobody'], 'customer.unknown', 'customer'],
    ['a second open case', () => ['case', 'open', '--customer', 'Acme'], 'case.open-already', 'customer'],
    [
      'an unknown procedure',
      () => ['case', 'open', '--customer', 'Acme', '--procedure', 'nope'],
      'procedure.unknown',
      'procedure',
    ],
    ['a step whose gate is shut', () => ['case', 'step', 'C-1', 'report.create', 'done'], 'step.gate-shut', 'step'],
    ['an unknown step', () => ['case', 'step', 'C-1', 'report.paint', 'done'], 'step.unknown', 'step'],
    [
      'a submission with an item missing',
      () => ['submission', 'export', 'C-1', '--out', join(folder, 'out')],
      'submission.refused',
      'crawlerFile',
    ],
    ['a submission that was never exported', () => ['submission', 'sent', 'C-1'], 'submission.', null],
    [
      'a crawler file that is an XML error page',
      () => ['case', 'crawler', 'C-1', '--file', fileOf('crawler-cfn.yml', XML_ERROR)],
      'crawler-template.',
      'crawlerFile',
    ],
    [
      'the crawler file of another report',
      () => ['case', 'crawler', 'C-1', '--file', fileOf('crawler-cfn.yml', OTHER_REPORT)],
      'crawler-template.',
      'crawlerFile',
    ],
    ['a check without an AWS profile', () => ['case', 'check', 'C-1'], 'aws.no-profile', 'awsProfile'],
    ['the clock of a real workspace', () => ['case', 'list', '--now', '2026-12-24T18:00:00Z'], 'practice.only', null],
    [
      'a second profile for the workspace',
      () => ['init', '--company', 'Other', '--msp-account', '123412341234'],
      'workspace.not-empty',
      null,
    ],
  ] as const)('%s', async (_, words, code, field) => {
    const before = await written()
    const error = await terminal.refused(...words())
    expect(error.code.startsWith(code), error.code).toBe(true)
    expect(error.field).toBe(field)
    expect(await written()).toEqual(before)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('a workspace for a company whose account has 13 digits', async () => {
    const elsewhere = temporaryFolder()
    const error = await terminalOn(elsewhere, casebookHere).refused(
      'init',
      '--company',
      'X',
      '--msp-account',
      '1234567890123',
    )
    expect(error).toMatchObject({ code: 'account-id.malformed', field: 'mspAccountId' })
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('anything in a folder without a workspace, which is not even made', async () => {
    const nowhere = join(temporaryFolder(), 'typo')
    expect((await terminalOn(nowhere, casebookHere).refused('case', 'list')).code).toBe('workspace.empty')
    expect(existsSync(nowhere)).toBe(false)
  })
})

describe('a plan that cannot be run', () => {
  test('is refused before anything is asked of AWS', async () => {
    const error = await terminal.refused('case', 'do', 'C-1', 'bucket.create', '--yes')
    expect(error.code).toBe('aws.no-profile')
  })

  test('of an action that does not exist is refused with those that do', async () => {
    const error = await terminal.refused('case', 'do', 'C-1', 'bucket.paint')
    expect(error).toMatchObject({ code: 'action.unknown', field: 'action' })
    expect(error.remedy).toContain('bucket.create')
  })
})

describe('wrong usage ends with 2, says what is wrong, and prints nothing', () => {
  test.each([
    [[], 'Usage: casebook COMMAND'],
    [['case'], 'There is no command “case'],
    [['case', 'paint', 'C-1'], 'There is no command “case paint”'],
    [['case', 'show'], 'CASE is missing.'],
    [['case', 'show', 'C-1', 'C-2'], '“C-2” is one word too many.'],
    [['case', 'show', 'C-1', '--loud'], '--loud'],
    [['case', 'list', '--state', 'lost'], '--state takes open or on-hold or done or abandoned'],
    [['case', 'step', 'C-1', 'report.sign-in', 'paint'], '“paint” is not one of'],
    [['case', 'set', 'C-1', 'bucket'], '“bucket” is not of the form'],
    [['case', 'check'], 'Name a CASE, or say --all.'],
    [['init', '--company', 'X'], '--msp-account is missing.'],
    [['payer', 'add', '--account', '444455556666', '--kind', 'split'], '--kind takes'],
    [['submission', 'sent', 'C-1', '--at', '2026-11-14 15:20'], 'is not an instant'],
    [['submission', 'sent', 'C-1', '--at', '2026-02-30T10:00:00Z'], 'is not an instant'],
    [['case', 'crawler', 'C-1', '--file', '/no/such/file'], 'There is no file /no/such/file.'],
    [['due', '--within', 'soon'], '--within takes hours or days'],
    [['demo', '--customers', 'many'], '--customers takes'],
  ] as const)('%j', async (words, said) => {
    const { exit, stdout, stderr } = await terminal.run(...words, '--json')
    expect(stderr).toContain(said)
    expect(exit).toBe(2)
    expect(stdout).toBe('')
  })
})

test('what nobody thought of is told by a number, as one document, and is in the log under it', async () => {
  const place = temporaryFolder()
  const here = terminalOn(place, casebookHere)
  // The first text that is read as JSON: the version of the program.
  const spy = vi.spyOn(JSON, 'parse').mockImplementationOnce(() => {
    throw new TypeError('made for the test')
  })
  const error = await here.refused('due').finally(() => spy.mockRestore())
  expect(error).toMatchObject({ code: 'internal.unexpected', field: null })
  const { incident } = error.params as { incident: string }
  expect(readFileSync(join(place, 'logs', 'casebook.log'), 'utf8')).toContain(incident)
})

describe('as a process of its own', () => {
  test('a refusal ends with 1, says it on stderr, and as one JSON document on stdout', async () => {
    const before = await written()
    const words = ['case', 'set', 'C-1', 'crawlerStackName=Spot Eco Stack']
    expect(await terminalOn(folder, casebook).refused(...words)).toMatchObject({
      code: 'stack-name.illegal',
      field: 'crawlerStackName',
      remedy: 'Use SpotEcoStack; Spot’s own later page does.',
    })
    const plain = await casebook([...words, '--data-dir', folder])
    expect(plain).toMatchObject({ exit: 1, stdout: '' })
    expect(await written()).toEqual(before)
  })

  test('wrong usage ends with 2', async () => {
    const { exit, stdout, stderr } = await casebook(['case', 'show', '--json', '--data-dir', folder])
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' })
    expect(stderr).toBe('CASE is missing.\nUsage: casebook case show CASE\nMore: casebook case show --help\n')
  })

  test('what was asked for ends with 0 and is all that is on stdout', async () => {
    const { exit, stdout, stderr } = await casebook(['case', 'show', 'C-1', '--json', '--data-dir', folder])
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ref: 'C-1', customer: { name: 'Acme' } })
  })
})

test('nothing that was refused is in the log with its values', () => {
  const log = join(folder, 'logs', 'casebook.log')
  const text = existsSync(log) ? readFileSync(log, 'utf8') : ''
  expect(text).not.toMatch(/AccessDenied|AWSTemplateFormatVersion/)
})
