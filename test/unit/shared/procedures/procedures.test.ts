import { describe, expect, test } from 'vitest'
import { FACT_NAMES } from '../../../../shared/domain/facts.ts'
import { allSteps } from '../../../../shared/domain/procedure/engine.ts'
import { ACTION_IDS, CHECK_IDS, type Condition } from '../../../../shared/domain/procedure/types.ts'
import { createRegistry, procedures, registry } from '../../../../shared/procedures/index.ts'
import { actionTitles, checkTitles } from '../../../../shared/text/checks.ts'
import { factTexts } from '../../../../shared/text/facts.ts'
import { gateSentence } from '../../../../shared/text/gates.ts'
import { stepLink } from '../../../../shared/text/step-links.ts'
import { traps } from '../../../../shared/text/traps.ts'
import { makeFacts } from '../../../support/facts.ts'
import { spotLink } from '../../../support/spot-links.ts'

const WORDS = /\S+ \S+/

/** Everything a condition speaks of, leaf by leaf. */
function leaves(condition: Condition): readonly Condition[] {
  if ('all' in condition) return condition.all.flatMap(leaves)
  if ('any' in condition) return condition.any.flatMap(leaves)
  if ('not' in condition) return leaves(condition.not)
  return [condition]
}

describe.each(procedures.map((p) => [`${p.id}, version ${p.version}`, p] as const))('%s', (_, procedure) => {
  const steps = allSteps(procedure)
  const conditions = steps.flatMap((s) =>
    [...s.gate, ...(s.actionGate ?? []), ...(s.when ? [s.when] : []), ...(s.settledBy ? [s.settledBy] : [])]
      .flatMap(leaves)
      .map((condition) => ({ step: s, condition })),
  )

  test('is told in words: title, summary, phases, steps, instructions, waits', () => {
    for (const text of [procedure.title, procedure.summary]) expect(text).toMatch(WORDS)
    for (const { title, steps: own } of procedure.phases) {
      expect(title).toMatch(WORDS)
      expect(own.length).toBeGreaterThan(0)
    }
    for (const step of steps) {
      expect(step.title, step.id).toMatch(WORDS)
      expect(step.why, step.id).toMatch(/^[A-Z“].*\.$/)
      for (const { text } of step.instructions) expect(text, step.id).toMatch(/^\S.*[.:]$/s)
    }
    for (const wait of procedure.waits) {
      for (const text of [wait.title, wait.anchor, wait.promise]) expect(text, wait.id).toMatch(/\S/)
      expect(wait.promise, wait.id).toContain(`${wait.expectedHours} h`)
    }
  })

  test('names for each step, instruction and wait the place of its document that says so', () => {
    const sources = [
      ...steps.flatMap((s) => [s.source, ...s.instructions.map((i) => i.source)]),
      ...procedure.waits.map((w) => w.source),
    ]
    // The offboarding checklist is the app's own, and says so.
    expect(procedure.document).toMatch(/^(?:00[0-4]|our checklist)$/)
    for (const source of sources) expect(source).toMatch(new RegExp(`^${procedure.document}, \\S`))
  })

  test('has every id once', () => {
    for (const ids of [steps.map((s) => s.id), procedure.phases.map((p) => p.id), procedure.waits.map((w) => w.id)]) {
      expect(ids).toEqual([...new Set(ids)])
    }
  })

  test('refers to facts, traps, checks, actions and links that exist and are told in words', () => {
    for (const step of steps) {
      for (const name of [...step.values, ...step.enters]) {
        expect(FACT_NAMES).toContain(name)
        expect(factTexts[name].label, name).toMatch(/\S/)
        expect(factTexts[name].help, name).toMatch(WORDS)
      }
      for (const id of step.traps) {
        for (const text of Object.values(traps[id])) expect(text, id).toMatch(WORDS)
      }
      for (const id of step.checks) {
        expect(CHECK_IDS).toContain(id)
        expect(checkTitles[id]).toMatch(/\S/)
      }
      if (step.action !== null) {
        expect(ACTION_IDS).toContain(step.action)
        expect(actionTitles[step.action]).toMatch(WORDS)
      }
    }
  })

  test('has a page for every link, once the values it needs are known', () => {
    const facts = makeFacts({ spotLink: spotLink(), accountList: '' })
    for (const { link } of steps) {
      if (link === null) continue
      const page = stepLink(link, facts)
      expect(page?.label, link).toMatch(WORDS)
      expect(page?.url, link).toMatch(/^https:\/\/[^ ]+$/)
    }
  })

  test('lets a gate wait for earlier steps only, so that following it never goes round in circles', () => {
    const place = new Map(steps.map((s, i) => [s.id, i]))
    for (const { step, condition } of conditions) {
      if (!('step' in condition)) continue
      expect(place.has(condition.step), `${step.id} waits for ${condition.step}`).toBe(true)
      expect(place.get(condition.step), `${step.id} waits for ${condition.step}`).toBeLessThan(place.get(step.id) ?? 0)
    }
  })

  test('speaks in its conditions of facts, checks and waits that exist, and can say each in a sentence', () => {
    const waits = procedure.waits.map((w) => w.id)
    for (const { condition } of conditions) {
      if ('fact' in condition) expect(FACT_NAMES).toContain(condition.fact)
      if ('known' in condition) expect(FACT_NAMES).toContain(condition.known)
      if ('passed' in condition) expect(CHECK_IDS).toContain(condition.passed)
      if ('waitMet' in condition) expect(waits).toContain(condition.waitMet)
      expect(gateSentence(condition, procedure)).toMatch(/^[A-Z“].*\.$/)
    }
  })

  test('settles a step by a check of its own procedure', () => {
    const checked = new Set(steps.flatMap((s) => s.checks))
    for (const { settledBy } of steps) {
      if (settledBy === null) continue
      for (const leaf of leaves(settledBy)) if ('passed' in leaf) expect(checked).toContain(leaf.passed)
    }
  })

  test('starts and ends each of its waits, and no other', () => {
    const effects = steps.flatMap((s) => s.effects)
    const started = effects.flatMap((e) => ('startWait' in e ? [e.startWait] : []))
    const ended = effects.flatMap((e) => ('meetWait' in e ? [e.meetWait] : []))
    const declared = procedure.waits.map((w) => w.id)
    expect([...new Set(started)].sort()).toEqual([...declared].sort())
    expect([...new Set(ended)].sort()).toEqual([...declared].sort())
  })

  test('is found by its name and by the version that a case is pinned to', () => {
    expect(registry.pinned(procedure.id, procedure.version)).toBe(procedure)
    expect(registry.newest(procedure.id)?.version).toBeGreaterThanOrEqual(procedure.version)
    expect(registry.pinned(procedure.id, procedure.version + 1_000)).toBeNull()
  })
})

describe('the procedures together', () => {
  test('have no two of the same name and version', () => {
    const names = procedures.map((p) => `${p.id} ${p.version}`)
    expect(names).toEqual([...new Set(names)])
  })

  test('offer the newest version of each, and keep the older ones runnable', () => {
    const [first] = procedures
    if (!first) throw new Error('there is no procedure')
    const [older, newer] = [first, { ...first, version: first.version + 1 }]
    for (const known of [createRegistry([older, newer]), createRegistry([newer, older])]) {
      expect(known.newestOfEach).toEqual([newer])
      expect(known.newest(first.id)).toBe(newer)
      expect(known.pinned(first.id, older.version)).toBe(older)
    }
  })

  test('have none of a name that was never given', () => {
    expect(registry.newest('constructor')).toBeNull()
  })
})
