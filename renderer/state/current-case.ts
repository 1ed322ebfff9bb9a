import type { InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { CaseView } from '../../shared/contract/views.ts'
import { client, OperationError } from '../client/index.ts'
import { createQueryStore } from './query-store.ts'

/** The case on the screen. */
export const useCase = createQueryStore(client, 'case.get')

/** Commands on a case that give the case back as it then is. */
export type CaseCommand =
  | 'case.set'
  | 'case.describe'
  | 'case.state'
  | 'case.step'
  | 'case.check'
  | 'case.do'
  | 'case.reuse'
  | 'case.migrate'
  | 'case.crawler-file'
  | 'submission.recipient'
  | 'submission.sent'
  | 'submission.answered'
  | 'submission.returned'
  | 'submission.withdraw'
  | 'submission.note'

/** What a command needs beside the case and its revision, which are added here. */
export type CaseInput<N extends CaseCommand | 'submission.export'> = Omit<InputOf<N>, 'case' | 'revision'>

/**
 * Runs a command on the case on the screen, guarded by the revision the operator was looking at.
 * In a conflict the case is fetched again, so that the screen shows what the other window did beside what is typed here.
 */
export async function onCase<N extends CaseCommand>(name: N, input: CaseInput<N>): Promise<OutputOf<N>> {
  const answer = await send(name, input)
  put(answer)
  return answer
}

/** Exports the bundle of the case on the screen. */
export async function exportSubmission(input: CaseInput<'submission.export'>): Promise<OutputOf<'submission.export'>> {
  const exported = await send('submission.export', input)
  put(exported.case)
  return exported
}

async function send<N extends CaseCommand | 'submission.export'>(name: N, input: CaseInput<N>): Promise<OutputOf<N>> {
  const view = useCase.getState().data
  if (view === null) throw OperationError.ofClient('client.unexpected')
  try {
    // The compiler cannot put an Omit and its missing half together again.
    return await client.send(name, { ...input, case: view.id, revision: view.revision } as unknown as InputOf<N>)
  } catch (thrown) {
    if (thrown instanceof OperationError && thrown.code === ('conflict.revision' as string)) {
      await useCase.getState().refresh()
    }
    throw thrown
  }
}

/** Takes the answer, unless the operator has gone to another case or a newer state is on the screen already. */
function put(answer: CaseView): CaseView {
  const { data, put: take } = useCase.getState()
  if (data?.id === answer.id && answer.revision >= data.revision) take(answer)
  return answer
}
