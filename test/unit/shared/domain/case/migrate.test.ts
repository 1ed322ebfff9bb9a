import { describe, expect, test } from 'vitest'
import { formerSteps, migrateCase, planMigration } from '../../../../../shared/domain/case/migrate.ts'
import type { Procedure } from '../../../../../shared/domain/procedure/types.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { nextEco } from '../../../../support/next-eco.ts'
import { refusedWith, START, WorkedCase } from '../../../../support/worked-case.ts'

function workedEco(): WorkedCase {
  const eco = new WorkedCase({ procedure: ecoConnect, record: { facts: { managedByMsp: 'yes' } } })
  eco.does('wizard.start', 'account.sign-in', 'template.open', 'stack.create').pass(1)
  eco.sets({ roleArns: 'arn:aws:iam::111122223333:role/SpotRole' }).does('role-arn.hand-over', 'finish.support')
  return eco
}

describe('a newer version of a procedure', () => {
  test('shows step by step what it changes', () => {
    const eco = workedEco()
    const plan = planMigration(eco.case, ecoConnect, nextEco)
    expect(plan.added.map((s) => s.id)).toEqual(['tags.set'])
    expect(plan.renamed.map((r) => [r.from.id, r.to.id])).toEqual([['template.open', 'template.review']])
    expect(plan.removed.map((r) => [r.step.id, r.record?.state ?? null])).toEqual([
      ['bucket.hand-over', null],
      ['stack.create', 'done'],
    ])
    expect(plan.changed.map((c) => [c.step.id, c.what])).toEqual([
      ['wizard.start', ['title']],
      ['template.review', ['what comes first']],
      ['role-arn.hand-over', ['what comes first']],
      ['finish.support', ['what comes first', 'waits']],
      ['finish.connected', ['waits']],
    ])
    expect(plan.ended.map((w) => w.definition)).toEqual(['support-answer'])
    // wizard.start, account.sign-in, template.open, role-arn.hand-over and finish.support go on.
    expect(plan.kept).toBe(5)
  })

  test('changes nothing where it is the same', () => {
    const plan = planMigration(workedEco().case, ecoConnect, { ...ecoConnect, version: 2 })
    expect(plan).toMatchObject({ added: [], removed: [], renamed: [], changed: [], ended: [], kept: 6 })
  })

  test('takes every record along, with who did it and when', () => {
    const eco = workedEco()
    const before = eco.case.steps
    eco.take(migrateCase(eco.case, ecoConnect, nextEco, eco.act()))
    expect(eco.case.record.procedureVersion).toBe(2)
    for (const record of before) expect(eco.case.steps).toContainEqual(record)
    const renamed = eco.case.steps.find((s) => s.stepId === 'template.review')
    expect(renamed).toMatchObject({ state: 'done', at: START, by: 'Ana', evidence: { text: 'seen' } })
    expect(formerSteps(eco.case, nextEco).map((s) => s.stepId)).toEqual(['stack.create'])
    expect(eco.wait('support-answer').cancelled).toMatchObject({ reason: 'migrated' })
    expect(eco.activity.at(-1)).toMatchObject({
      what: 'case.migrated',
      params: { from: 1, to: 2, added: ['tags.set'] },
    })
  })

  test('is what is next from then on', () => {
    const eco = workedEco()
    eco.take(migrateCase(eco.case, ecoConnect, nextEco, eco.act()))
    expect(eco.case.record.summary.nextStep).toBe('tags.set')
  })

  test('is refused where it is not newer, or another procedure, or the case is closed', () => {
    const eco = workedEco()
    expect(refusedWith(migrateCase(eco.case, ecoConnect, ecoConnect, eco.act())).code).toBe('migration.not-newer')
    expect(refusedWith(migrateCase(eco.case, nextEco, ecoConnect, eco.act())).code).toBe('migration.not-newer')
    const other: Procedure = { ...nextEco, id: 'billing-engine' }
    expect(refusedWith(migrateCase(eco.case, ecoConnect, other, eco.act())).code).toBe('migration.not-newer')
    eco.take(eco.move('abandon'))
    expect(refusedWith(migrateCase(eco.case, ecoConnect, nextEco, eco.act())).code).toBe('case.not-open')
  })

  test('is not needed: the version a case was opened with goes on', () => {
    const eco = workedEco().does('finish.connected', 'finish.processed')
    expect(eco.case.record).toMatchObject({ state: 'done', procedureVersion: 1 })
  })
})
