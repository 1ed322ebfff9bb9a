import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { html } from '../../../electron/services/views/html.ts'
import { toBase64 } from '../../../shared/contract/base64.ts'
import { settledDesk } from '../../support/open-desk.ts'
import { openedCase, readyCase } from '../../support/ready-case.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)
const SVG = new TextEncoder().encode('<svg onload="alert(1)"/>')

/** What a reader sees, without tags. */
const read = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

describe('the dossier of a case', () => {
  it('holds facts, steps with evidence, attempts with their hashes, and the whole timeline', async () => {
    const desk = await settledDesk()
    const c = await readyCase(desk)
    const evidenceFile = { name: 'console.png', base64: toBase64(PNG) }
    await desk.send('case.step', {
      case: c.id,
      step: 'crawler-stack.create',
      to: 'done',
      evidence: 'CREATE_COMPLETE at noon',
      evidenceFile,
    })
    const exported = await desk.send('submission.export', { case: c.id, format: 'zip', out: temporaryFolder() })
    await desk.send('submission.sent', { case: c.id, via: 'ticket' })
    await desk.send('submission.note', { case: c.id, ticket: 'SPOT-4711', reply: { text: 'We look at it.' } })
    await desk.send('submission.returned', { case: c.id, reason: 'An ID was swapped.' })
    const { html: page, name } = await desk.send('case.dossier', { case: c.ref })
    expect(name).toMatch(/^\d{4}-\d\d-\d\d_acme-foods_111122223333_C-1\.html$/)
    const text = read(page ?? '')
    for (const said of [
      'Case dossier C-1: Acme Foods',
      '1111 2222 3333',
      'spotinst-cur-report-111122223333',
      'CREATE_COMPLETE at noon',
      'SPOT-4711',
      'We look at it.',
      'An ID was swapped.',
      ...exported.files.map(({ sha256 }) => sha256),
      exported.case.submissions[0]?.message?.subject ?? 'nothing',
    ]) {
      expect(text).toContain(said)
    }
    expect(page).toContain(`<img src="data:image/png;base64,${toBase64(PNG)}" alt="console.png">`)
    const { rows } = await desk.send('activity.list', { case: c.id, limit: 500 })
    const places = rows
      .toReversed()
      .map(({ sentence }) => text.indexOf(sentence.replace(/\s+/g, ' '), text.indexOf('Timeline')))
    expect(places.every((place) => place > 0)).toBe(true)
    for (const step of c.steps) expect(text).toContain(step.title)
  })

  it('runs nothing and loads nothing, whatever is in the case', async () => {
    const desk = await settledDesk()
    const evil = '</pre><script>alert("x")</script><img src=x onerror=alert(1)>'
    const { id, customer } = await openedCase(desk, { name: `Acme <b>&'"` })
    await desk.send('case.describe', { case: id, notes: `${evil}\u0000`, tags: [] })
    await desk.send('customer.set', { customer: customer.id, revision: customer.revision, set: { notes: evil } })
    await desk.send('case.step', {
      case: id,
      step: 'report.sign-in',
      to: 'done',
      evidence: evil,
      evidenceFile: { name: '"><script>.png', base64: toBase64(SVG) },
    })
    const page = (await desk.send('case.dossier', { case: id })).html ?? ''
    expect(page).not.toMatch(/<(script|img|iframe|link|object|base|form|a)\b|<[^>]*\son\w+=/i)
    expect(page.match(/https?:\/\/[^\s"<]*/g) ?? []).toEqual([])
    expect(page).toContain("default-src 'none'")
    expect(read(page)).toContain('<script>alert("x")</script>')
    expect(page.match(/<\/?(html|head|body|main)\b/g)).toHaveLength(8)
  })

  it('is written where that is asked for, and never over another', async () => {
    const desk = await settledDesk()
    const c = await openedCase(desk)
    const out = { folder: temporaryFolder(), name: 'c.html' }
    const made = await desk.send('case.dossier', { case: c.id, out })
    expect(made).toEqual({ name: 'c.html', path: join(out.folder, 'c.html'), html: null, document: null })
    expect(readFileSync(made.path ?? '', 'utf8')).toMatch(/^<!doctype html>/)
    await desk.send('case.describe', { case: c.id, notes: 'changed' })
    expect(await desk.refused('case.dossier', { case: c.id, out })).toMatchObject({ code: 'export.exists' })
  })
})

describe('markup', () => {
  it('escapes every value that is not markup itself', () => {
    const inner = html`<b>${'<&>'}</b>`
    expect(html`<p title="${'"\''}">${inner}${[inner, inner]}${null}${7}</p>`.text).toBe(
      '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b>7</p>',
    )
  })
})
