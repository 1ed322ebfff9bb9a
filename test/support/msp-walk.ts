import type { CaseView } from '../../shared/contract/views.ts'
import type { PracticeDesk } from './practice-desk.ts'

/** Runs an action of a case on the practice AWS. */
export function act(desk: PracticeDesk, caseId: string, action: string): Promise<CaseView> {
  return desk.send('case.do', { case: caseId, action, confirmed: true })
}

/** Carries a case of the MSP procedure through phase 1: the report is there and delivered. */
export async function deliver(desk: PracticeDesk, caseId: string): Promise<CaseView> {
  await act(desk, caseId, 'bucket.create')
  await act(desk, caseId, 'report.create')
  await desk.pass(25)
  return desk.send('case.check', { case: caseId, step: 'report.delivered' })
}

/** Carries it on through phase 2, up to the running crawler; the submission is left. */
export async function linkWithAthena(desk: PracticeDesk, caseId: string): Promise<CaseView> {
  await act(desk, caseId, 'crawler-file.download')
  await desk.send('case.step', { case: caseId, step: 'crawler-stack.name', to: 'done' })
  await act(desk, caseId, 'crawler-stack.create')
  await desk.pass(0.25)
  await desk.send('case.check', { case: caseId, step: 'crawler-stack.create' })
  return act(desk, caseId, 'crawler.schedule')
}
