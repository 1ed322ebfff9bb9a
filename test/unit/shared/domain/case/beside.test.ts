import { expect, test } from 'vitest'
import { awaitedBeside } from '../../../../../shared/domain/case/beside.ts'
import { cloudAnalyzerExisting } from '../../../../../shared/procedures/cloud-analyzer-existing.ts'
import { ecoConnect } from '../../../../../shared/procedures/eco-connect.ts'
import { besideSentence } from '../../../../../shared/text/beside.ts'
import { WorkedCase } from '../../../../support/worked-case.ts'

const running = (c: WorkedCase) => ({ case: c.case, procedure: c.procedure })
const msp = () => new WorkedCase({ record: { id: 'case-msp', number: 4 } })
const managed = (procedure = ecoConnect, answer = 'yes') =>
  new WorkedCase({ procedure, record: { id: 'case-own', number: 5, facts: { managedByMsp: answer } } })

function awaited(one: WorkedCase, ...others: readonly WorkedCase[]) {
  return awaitedBeside(running(one), others.map(running), one.settings)
}

test.each([ecoConnect, cloudAnalyzerExisting])('$id waits at Spot Support for the MSP’s extractor', (procedure) => {
  const [one] = awaited(managed(procedure), msp())
  expect(one).toMatchObject({ step: { id: 'finish.support' }, awaited: { id: 'extractor.create' } })
  if (!one) throw new Error('nothing is awaited')
  expect(besideSentence(one)).toMatch(/^“Contact Spot Support” is best done after “.*” in C-4\. .*\.$/)
})

test('without an MSP, or without the other procedure, nothing is waited for', () => {
  expect(awaited(managed(ecoConnect, 'no'), msp())).toEqual([])
  expect(awaited(managed())).toEqual([])
  expect(awaited(msp(), managed())).toEqual([])
})

test('it is over once the other step is settled, or either case is closed', () => {
  const other = msp()
  other.take(other.mark('extractor.create', 'skip'))
  expect(awaited(managed(), other)).toEqual([])
  const given = msp()
  given.take(given.move('abandon'))
  expect(awaited(managed(), given)).toEqual([])
  const own = managed()
  own.take(own.move('abandon'))
  expect(awaited(own, msp())).toEqual([])
})

test('a case on hold is still waited for', () => {
  const other = msp()
  other.take(other.move('hold'))
  expect(awaited(managed(), other)).toHaveLength(1)
})
