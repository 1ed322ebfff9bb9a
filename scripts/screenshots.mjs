// Pictures of every screen, light and dark, into docs/screenshots: the real app, built, on a practice workspace that is
// filled through the app's own operations. Run it after a change of the screens: npm run screenshots.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { ensureChromium } from './lib/chromium.mjs'
import { readNote } from './lib/note.mjs'
import { chromiumNote, root } from './lib/paths.mjs'

const SCREENS = /** @type {const} */ ([
  ['today', '#/today'],
  ['cases', '#/cases'],
  ['board', '#/cases?layout=board'],
  ['case', '#/cases/C-1/steps/crawler-stack.create'],
  ['wait', '#/cases/C-2/steps/report.delivered'],
  ['submission', '#/cases/C-1/submission'],
  ['files', '#/cases/C-1/files'],
  ['timeline', '#/cases/C-1/timeline'],
  ['details', '#/cases/C-1/details'],
  ['checks', '#/checks'],
  ['scenarios', '#/practice'],
  ['customers', '#/customers'],
  ['payers', '#/payers'],
  ['templates', '#/settings/templates'],
  ['import', '#/exchange'],
  ['export', '#/exchange/export'],
  ['handover', '#/exchange/handover'],
  ['dossier', '#/cases/C-1/dossier'],
  ['reports', '#/reports'],
  ['settings', '#/settings'],
  ['data', '#/data'],
  ['changes', '#/changes'],
  ['take-over', '#/cases/C-8'],
])
/** What stands behind a press: a page of one record, a surface, a dialog. */
const PRESSED = /** @type {const} */ ([
  ['customer', '#/customers', 'link', 'Quarry Street Clinics'],
  ['payer', '#/payers', 'link', '444400000000'],
  ['palette', '#/today', 'button', 'Find or do'],
  ['keys', '#/today', 'button', 'Keyboard shortcuts'],
  ['action', '#/cases/C-5/steps/report.bucket', 'button', 'Create the bucket'],
])
const CUSTOMERS = [
  'Aurora Bakeries',
  'Möbel Krämer & Söhne',
  'Harbour Freight Nord',
  'Tide & Timber',
  'Quarry Street Clinics',
  'Fjord Analytics',
]

const pictures = join(root, 'docs', 'screenshots')
const dataFolder = mkdtempSync(join(tmpdir(), 'casebook-screens-'))
mkdirSync(pictures, { recursive: true })
try {
  fill()
  await photograph()
} finally {
  rmSync(dataFolder, { recursive: true, force: true })
}

/** Six customers at different points of the procedure. */
function fill() {
  casebook('init', '--company', 'Northlight MSP', '--msp-account', '999988887777', '--operator', 'Ana')
  for (const [i, name] of CUSTOMERS.entries()) {
    casebook('customer', 'add', '--name', name, '--management-account', `22220000000${i}`, '--org', `60610000000${i}`)
    casebook('case', 'open', '--customer', `22220000000${i}`)
  }
  for (const c of ['C-1', 'C-2', 'C-3']) createReport(c)
  const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString()
  casebook('case', 'check', 'C-1', '--step', 'report.delivered', '--now', tomorrow)
  casebook('case', 'crawler', 'C-1')
  casebook('case', 'step', 'C-1', 'crawler-stack.name', 'done')
  casebook('submission', 'export', 'C-1', '--format', 'zip', '--out', join(dataFolder, 'out'))
  casebook('submission', 'sent', 'C-1', '--via', 'e-mail')
  createReport('C-4')
  casebook('request', 'create', 'C-5', 'org-ids')
  // Two customers of one payer: the second takes over what was done for the first.
  casebook('payer', 'add', '--account', '444400000000', '--kind', 'shared')
  for (const [account, name] of [
    ['555500000001', 'Nord Bakery Group'],
    ['555500000002', 'Nord Bakery Retail'],
  ]) {
    const org = ['--org', '606200000000', '--payer', '444400000000']
    casebook('customer', 'add', '--name', `${name}`, '--management-account', `${account}`, ...org)
    casebook('case', 'open', '--customer', `${account}`)
  }
  for (const step of ['report.sign-in', 'report.content']) casebook('case', 'step', 'C-7', step, 'done')
}

function createReport(/** @type {string} */ reference) {
  casebook('case', 'do', reference, 'bucket.create', '--yes')
  casebook('case', 'do', reference, 'report.create', '--yes')
}

function casebook(/** @type {string[]} */ ...words) {
  const program = join(root, 'dist/cli/casebook.mjs')
  const { status, stderr } = spawnSync(process.execPath, [program, ...words, '--practice', '--data-dir', dataFolder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`casebook ${words.join(' ')}: ${stderr}`)
}

async function photograph() {
  const host = spawn(process.execPath, [join(root, 'dist/headless/main.mjs'), '--data-dir', dataFolder, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  /** @type {string} */
  const address = await new Promise((resolve) => {
    host.stdout.on('data', (chunk) => {
      const found = /http:\S+/.exec(String(chunk))?.[0]
      if (found) resolve(found)
    })
  })
  await ensureChromium()
  const found = readNote(chromiumNote)
  const browser = await chromium.launch(found === undefined ? {} : { executablePath: found.path })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  await shoot(page, 'first-run')
  await page.getByRole('button', { name: 'Practise with simulated AWS' }).click()
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()
  for (const [name, hash] of SCREENS) {
    await page.goto(new URL(hash, page.url()).href)
    // The charts come in a chunk of their own.
    if (name === 'reports') await page.locator('svg.recharts-surface').first().waitFor()
    await shoot(page, name)
    // The first picture shows reminders and the guide; the others the screen alone.
    if (name === 'today') await putAway(page)
  }
  await newCase(page)
  for (const [name, hash, role, pressed] of PRESSED) {
    await page.goto(new URL(hash, page.url()).href)
    await page.reload()
    await page.getByRole(role, { name: pressed }).first().click()
    await shoot(page, name)
  }
  await browser.close()
  const ended = new Promise((resolve) => host.once('exit', resolve))
  host.kill('SIGTERM')
  await ended
}

/** Another customer's case, with what its answers are warned of. */
async function newCase(/** @type {import('@playwright/test').Page} */ page) {
  await page.goto(new URL('#/cases', page.url()).href)
  await page.getByRole('button', { name: 'New case' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New case' })
  await dialog.getByRole('textbox', { name: 'Customer name' }).fill('Birch Dental')
  await dialog.getByRole('textbox', { name: 'Management account ID' }).fill('333300000000')
  await dialog.getByRole('textbox', { name: 'Spot Org IDs' }).fill('606200000000')
  await dialog.getByRole('radio', { name: /A payer we have already/ }).check()
  await dialog.getByRole('region', { name: 'Reused from payer' }).waitFor()
  await dialog.getByRole('combobox', { name: 'Procedure' }).scrollIntoViewIfNeeded()
  await shoot(page, 'new-case')
}

async function putAway(/** @type {import('@playwright/test').Page} */ page) {
  await page.getByRole('button', { name: 'Hide the guide' }).click()
  // Out of the tree of names until the corner is entered.
  const reminder = page.getByRole('button', { name: 'Dismiss', includeHidden: true })
  // The next one comes where one has gone; a moment without any is the end.
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await page.waitForTimeout(400)
    if ((await reminder.count()) === 0) continue
    quiet = -1
    await reminder.first().dispatchEvent('click')
  }
}

async function shoot(/** @type {import('@playwright/test').Page} */ page, /** @type {string} */ name) {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.locator('html[data-app-state="ready"], html[data-app-state="empty"]').waitFor()
    // The page holds a connection open for changes, so it is never idle: a moment for what was asked for to arrive.
    await page.waitForTimeout(500)
    await page.screenshot({ path: join(pictures, `${name}-${scheme}.png`), animations: 'disabled' })
    process.stderr.write(`${name}-${scheme}.png\n`)
  }
}
