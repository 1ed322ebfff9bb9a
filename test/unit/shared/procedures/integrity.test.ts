import { describe, expect, test } from 'vitest'
import { isByHand } from '../../../../shared/domain/case/mark-step.ts'
import { readFact } from '../../../../shared/domain/fact-values.ts'
import { choicesOf, FACT_OWNERS } from '../../../../shared/domain/facts.ts'
import { stepsIn } from '../../../../shared/domain/procedure/conditions.ts'
import { allSteps } from '../../../../shared/domain/procedure/engine.ts'
import type { Condition, Procedure, Step } from '../../../../shared/domain/procedure/types.ts'
import { createRegistry, procedures, registry } from '../../../../shared/procedures/index.ts'
import { factTexts } from '../../../../shared/text/facts.ts'
import { gateSentence } from '../../../../shared/text/gates.ts'
import { traps } from '../../../../shared/text/traps.ts'

const each = procedures.map((p) => [`${p.id} ${p.version}`, p] as const)

function factsIn(condition: Condition): readonly string[] {
  if ('fact' in condition) return [condition.fact]
  if ('known' in condition) return [condition.known]
  if ('all' in condition) return condition.all.flatMap(factsIn)
  if ('any' in condition) return condition.any.flatMap(factsIn)
  return 'not' in condition ? factsIn(condition.not) : []
}

function waitsOf(step: Step): readonly string[] {
  return step.effects.map((e) => ('startWait' in e ? e.startWait : e.meetWait))
}

describe.each(each)('%s', (_, procedure: Procedure) => {
  const steps = allSteps(procedure)
  const ids = steps.map((s) => s.id)

  test('has a name of its own for each step, phase and wait', () => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(procedure.phases.map((p) => p.id)).size).toBe(procedure.phases.length)
    expect(new Set(procedure.waits.map((w) => w.id)).size).toBe(procedure.waits.length)
  })

  test('speaks in its gates only of steps that come before', () => {
    for (const [at, step] of steps.entries()) {
      for (const named of [...step.gate, ...(step.actionGate ?? [])].flatMap(stepsIn)) {
        expect(ids.indexOf(named), `${step.id} waits for ${named}`).toBeGreaterThanOrEqual(0)
        expect(ids.indexOf(named), `${step.id} waits for ${named}`).toBeLessThan(at)
      }
    }
  })

  test('starts and ends only waits that it declares, and ends each that it starts', () => {
    const declared = procedure.waits.map((w) => w.id)
    const started = steps.flatMap((s) => s.effects.flatMap((e) => ('startWait' in e ? [e.startWait] : [])))
    const met = steps.flatMap((s) => s.effects.flatMap((e) => ('meetWait' in e ? [e.meetWait] : [])))
    expect(steps.flatMap(waitsOf).filter((w) => !declared.includes(w))).toEqual([])
    expect(new Set(started)).toEqual(new Set(declared))
    expect(new Set(met)).toEqual(new Set(declared))
  })

  test('asks in each step only for facts that can be entered', () => {
    for (const name of steps.flatMap((s) => s.enters)) {
      const read = readFact(name, '\u0000', { report: 'spotinst-cur-report' })
      expect(read.ok ? 'read' : read.refusal.code, name).not.toBe('fact.not-settable')
    }
  })

  test('lets a fact that a step waits for be entered in that step or before it, unless it is known from the start', () => {
    const known = [...procedure.intake.questions.map((q) => q.fact), 'payerKind', 'bucket', 'region', 'reportName']
    for (const [at, step] of steps.entries()) {
      const enterable: readonly string[] = [...known, ...steps.slice(0, at + 1).flatMap((s) => s.enters)]
      const waited = step.gate.flatMap(factsIn).filter((f) => !enterable.includes(f))
      expect(waited, step.id).toEqual([])
    }
  })

  test('branches only on choices, and on words that the choice has', () => {
    for (const step of steps) {
      for (const { fact, is } of step.when === null ? [] : branchesIn(step.when)) {
        const choices = choicesOf(fact)
        expect(choices, `${step.id}: ${fact}`).not.toBeNull()
        for (const word of typeof is === 'string' ? [is] : is) expect(choices).toContain(word)
      }
    }
  })

  test('explains each gate, trap and question in words', () => {
    for (const step of steps) {
      for (const condition of step.gate) expect(gateSentence(condition, procedure)).toMatch(/^.+\.$/)
      for (const trap of step.traps) expect(traps[trap].practice).not.toBe('')
      expect(step.title).not.toBe('')
      expect(step.why).toMatch(/\.$/)
    }
    for (const q of procedure.intake.questions) {
      expect(q.question).toMatch(/\?$/)
      expect(q.why).toMatch(/\.$/)
      // What cannot be answered beforehand has to be a fact that intake can set.
      expect(['payer', 'case']).toContain(FACT_OWNERS[q.fact])
    }
  })

  test('says of every step, wait, question and explanation where the document says so', () => {
    const sources = [
      ...steps.flatMap((s) => [s.source, ...s.instructions.map((i) => i.source)]),
      ...procedure.waits.map((w) => w.source),
      ...procedure.intake.questions.map((q) => q.source),
      ...procedure.intake.explanations.map((e) => e.source),
    ]
    expect(sources.filter((s) => !s.startsWith(`${procedure.document}, `))).toEqual([])
  })

  test('can be done by hand in every step that no file and no submission settles', () => {
    const elsewhere = steps.filter((s) => !isByHand(s)).map((s) => s.settledBy && Object.keys(s.settledBy)[0])
    expect(elsewhere.filter((how) => how !== 'attached' && how !== 'submission')).toEqual([])
  })
})

function branchesIn(condition: Condition): readonly Extract<Condition, { readonly fact: unknown }>[] {
  if ('fact' in condition) return [condition]
  if ('all' in condition) return condition.all.flatMap(branchesIn)
  if ('any' in condition) return condition.any.flatMap(branchesIn)
  return 'not' in condition ? branchesIn(condition.not) : []
}

describe('the registry', () => {
  const [first] = procedures
  if (!first) throw new Error('there are no procedures')
  const second = { ...first, version: 2, title: 'The next version' }

  test('offers the newest version, and keeps the old ones runnable', () => {
    const both = createRegistry([second, first])
    expect(both.newest(first.id)).toBe(second)
    expect(both.pinned(first.id, 1)).toBe(first)
    expect(both.pinned(first.id, 3)).toBeNull()
    expect(both.newest('of-nobody')).toBeNull()
    expect(both.newestOfEach).toEqual([second])
  })

  test('has each of the five documents', () => {
    expect(registry.newestOfEach.map((p) => [p.document, p.id])).toEqual(
      expect.arrayContaining([
        ['004', 'msp-cur-extraction'],
        ['003', 'eco-connect'],
        ['000', 'cloud-analyzer-existing'],
        ['001', 'cloud-analyzer-first'],
        ['002', 'billing-engine'],
      ]),
    )
  })
})

test('every choice has a word for each of its answers', () => {
  for (const [name, { options }] of Object.entries(factTexts)) {
    const choices = choicesOf(name as keyof typeof factTexts)
    expect(Object.keys(options ?? {}), name).toEqual(choices ?? [])
  }
})

test('every trap of the domain is explained, and bites in at least one step', () => {
  const bite = new Set(procedures.flatMap((p) => allSteps(p).flatMap((s) => s.traps)))
  expect(Object.keys(traps).filter((trap) => !bite.has(trap as keyof typeof traps))).toEqual([])
})
