import type { Procedure } from '../procedure/types.ts'
import type { Case } from '../records/case-aggregate.ts'
import type { ChangeSet } from '../records/change-set.ts'
import type { Customer } from '../records/customer.ts'
import type { Payer } from '../records/payer.ts'
import { type Decided, refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import { CaseChange } from './case-change.ts'

/** Default name of the extractor stack: free to choose (004, step 3.3), the same everywhere unless changed. */
export const EXTRACTOR_STACK_NAME = 'SpotCurExtractor'

/**
 * Opens a case of a customer in a procedure, pinned to its version.
 * Refuses the MSP procedure on a billing-transfer payer (`payer.transfer`): legacy reports cannot be made there.
 */
export function openCase(
  customer: Customer,
  payer: Payer,
  procedure: Procedure,
  number: number,
  act: Act,
): Decided<{ readonly id: string; readonly change: ChangeSet }> {
  if (procedure.id === 'msp-cur-extraction' && payer.kind === 'transfer') {
    return refuse('payer.transfer', { customer: customer.name, payer: payer.accountId }, 'payer')
  }
  const id = act.newId()
  const blank: Case = {
    customer,
    payer,
    steps: [],
    waits: [],
    submissions: [],
    attachments: [],
    checks: [],
    record: {
      id,
      number,
      customerId: customer.id,
      payerId: payer.id,
      procedureId: procedure.id,
      procedureVersion: procedure.version,
      state: 'open',
      stateReason: '',
      owner: act.by,
      facts: { extractorStackName: EXTRACTOR_STACK_NAME },
      tags: [],
      notes: '',
      openedAt: act.now,
      closedAt: null,
      updatedAt: act.now,
      summary: {
        phase: null,
        nextStep: null,
        nextKind: null,
        stepsDone: 0,
        stepsTotal: 0,
        blocked: false,
        waitDefinition: null,
        dueAt: null,
        overdueAt: null,
        submissionState: null,
      },
      revision: 0,
    },
  }
  const change = new CaseChange(blank, procedure, act)
    .record('case.opened', { procedure: procedure.id, version: procedure.version })
    .finish()
  return { id, change }
}
