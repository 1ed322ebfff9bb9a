import { describe, expect, test } from 'vitest'
import { addMillis, HOUR } from '../../../../shared/domain/instant.ts'
import type { Wait } from '../../../../shared/domain/records/wait.ts'
import { requestDefinitions, waitDefinition } from '../../../../shared/domain/requests/definitions.ts'
import { waitState } from '../../../../shared/domain/wait/wait-state.ts'
import { mspCurExtraction } from '../../../../shared/procedures/msp-cur-extraction.ts'
import { waitAdvice, whySentence } from '../../../../shared/text/waits.ts'
import { makeWait } from '../../../support/records.ts'

// A Friday: 16:20 in Berlin.
const SENT = '2026-11-13T15:20:00.000Z'
const ZONE = 'Europe/Berlin'

function spotWait(own: Partial<Wait> = {}): Wait {
  return makeWait({
    definition: 'spot-link',
    anchorAt: SENT,
    recordedAt: SENT,
    expectedHours: 72,
    graceHours: 12,
    startedBy: 'Ana',
    ...own,
  })
}

function definitionOf(wait: Wait) {
  const found = waitDefinition(mspCurExtraction, wait.definition)
  if (!found) throw new Error(`no wait ${wait.definition}`)
  return found
}

const why = (wait: Wait, now: string, zone = ZONE) => whySentence(wait, definitionOf(wait), waitState(wait, now), zone)
const advice = (wait: Wait, now: string, zone = ZONE) =>
  waitAdvice(wait, definitionOf(wait), waitState(wait, now), zone)
const later = (hours: number) => addMillis(SENT, hours * HOUR)

describe('a wait says why it is due when it is due', () => {
  test('who began it, when, what was promised, and when that ends, in the zone of whoever reads', () => {
    expect(why(spotWait(), later(1))).toBe(
      'Sent 13 Nov 2026, 16:20 (Berlin) by Ana; Spot may take up to 72 h; due 16 Nov 2026, 16:20 (Berlin).',
    )
    expect(why(spotWait(), later(1), 'America/New_York')).toBe(
      'Sent 13 Nov 2026, 10:20 (New York) by Ana; Spot may take up to 72 h; due 16 Nov 2026, 10:20 (New York).',
    )
  })

  test('across a change of clocks the hours stay and the hand moves', () => {
    const wait = spotWait({ anchorAt: '2026-10-23T14:20:00.000Z', recordedAt: '2026-10-23T14:20:00.000Z' })
    expect(why(wait, '2026-10-24T10:00:00.000Z')).toBe(
      'Sent 23 Oct 2026, 16:20 (Berlin) by Ana; Spot may take up to 72 h; due 26 Oct 2026, 15:20 (Berlin).',
    )
  })

  test('with the hours of the settings where they differ from the document’s', () => {
    expect(why(spotWait({ expectedHours: 48 }), later(1))).toContain('up to 48 h; due 15 Nov 2026, 16:20')
  })

  test('with the time on hold, where there was any', () => {
    expect(why(spotWait({ pausedMillis: 26 * HOUR }), later(1))).toContain(
      '; 1 d 2 h on hold are added; due 17 Nov 2026, 18:20',
    )
  })

  test.each([
    ['on hold', { paused: { at: later(2), reason: 'holiday' } }, 'on hold since 13 Nov 2026, 18:20 (Berlin): holiday.'],
    ['met early', { metAt: later(69.5) }, 'ended 16 Nov 2026, 13:50 (Berlin), 2 h 30 min before it was due.'],
    ['met late', { metAt: later(100) }, 'ended 17 Nov 2026, 20:20 (Berlin), 1 d 4 h late.'],
    [
      'returned',
      { cancelled: { at: later(3), reason: 'returned' } },
      'ended on 13 Nov 2026, 19:20 (Berlin): Spot returned the submission.',
    ],
    ['withdrawn', { cancelled: { at: later(3), reason: 'withdrawn' } }, ': the submission was withdrawn.'],
    ['started anew', { cancelled: { at: later(3), reason: 'started-anew' } }, ': it was started anew.'],
    ['given up', { cancelled: { at: later(3), reason: 'customer left' } }, ': customer left.'],
  ] satisfies readonly [string, Partial<Wait>, string][])('%s', (_, own, ending) => {
    const said = why(spotWait(own), later(200))
    expect(said.startsWith('Sent 13 Nov 2026, 16:20 (Berlin) by Ana; ')).toBe(true)
    expect(said.endsWith(ending)).toBe(true)
  })

  test('and where the clock is suspect, counts nothing and says so', () => {
    const said = why(spotWait(), later(-1))
    expect(said).toContain('This computer’s clock reads earlier')
    expect(said).not.toContain('due')
    expect(said).not.toContain('-')
  })
})

describe('a wait gives advice', () => {
  test('where a weekend lies in between: the due time stays', () => {
    expect(advice(spotWait(), later(1))).toBe('A weekend lies in between: an answer on Monday is likelier.')
    expect(waitState(spotWait(), later(1)).dueAt).toBe(later(72))
  })

  test.each([
    ['Monday to Thursday', '2026-11-16T15:20:00.000Z', ZONE, false],
    ['Wednesday to Saturday', '2026-11-18T15:20:00.000Z', ZONE, true],
    ['Thursday to Sunday', '2026-11-19T15:20:00.000Z', ZONE, true],
    // Thursday 23:30 in Honolulu is Friday already in Berlin; 24 hours later it is Friday there, Saturday here.
    ['Thursday evening in Honolulu, as Honolulu reads it', '2026-11-20T09:30:00.000Z', 'Pacific/Honolulu', false],
    ['Thursday evening in Honolulu, as Auckland reads it', '2026-11-20T09:30:00.000Z', 'Pacific/Auckland', true],
  ])('%s: a weekend is one where the operator is', (_, anchorAt, zone, weekend) => {
    const expectedHours = zone === ZONE ? 72 : 24
    const wait = spotWait({ anchorAt, recordedAt: anchorAt, expectedHours })
    expect(advice(wait, anchorAt, zone) !== null).toBe(weekend)
  })

  test('to whoever waits for the customer as well: people answer on working days', () => {
    const definition = requestDefinitions[0]?.wait.id ?? ''
    expect(advice(spotWait({ definition }), later(1))).toContain('an answer on Monday is likelier')
  })

  test('for AWS no weekend counts', () => {
    const wait = spotWait({ definition: 'report-delivery', expectedHours: 24 })
    expect(advice(wait, later(1))).toBeNull()
  })

  test('once it is overdue, on how to chase whom', () => {
    expect(advice(spotWait(), later(84))).toMatch(/Spot/)
    expect(advice(spotWait({ definition: 'report-delivery', expectedHours: 24 }), later(100))).toMatch(/AWS/)
  })

  test('to set the clock, where that is suspect', () => {
    expect(advice(spotWait(), later(-1))).toBe('Set the clock of this computer, then look again.')
  })

  test('none while there is nothing to say', () => {
    expect(advice(spotWait(), later(73))).toBeNull()
    expect(advice(spotWait({ metAt: later(5) }), later(73))).toBeNull()
  })
})
