import { requestTexts } from '../../text/requests.ts'
import { allSteps } from '../procedure/engine.ts'
import type { Condition, Procedure, Step, WaitDefinition } from '../procedure/types.ts'

/** What customers are asked for, whatever procedure they are in. */
export const REQUEST_IDS = ['org-ids', 'access', 'eco-steps', 'lambda-quota'] as const
export type RequestId = (typeof REQUEST_IDS)[number]

/** Elapsed hours until it is time to look. No document names a time: it is a default that a setting can change. */
const EXPECTED_HOURS = 72
const GRACE_HOURS = 24

export interface RequestDefinition {
  readonly id: RequestId
  /** The wait on the customer that asking starts. */
  readonly wait: WaitDefinition
  /** What ends it without a word of the customer's: what was asked for is there. */
  readonly metBy: Condition | null
  /** Whether a step cannot go on without what is asked for. */
  readonly helps: (step: Step) => boolean
}

const BASIS: Readonly<Record<RequestId, Pick<RequestDefinition, 'metBy' | 'helps'> & { readonly source: string }>> = {
  'org-ids': {
    source: '004, step 2.3, item 7',
    metBy: { known: 'orgIds' },
    helps: (step) => step.enters.includes('orgIds'),
  },
  access: {
    source: '004, introduction',
    metBy: { fact: 'accessHolder', is: 'msp' },
    helps: (step) => /\.(?:sign-in|billing-access)$/.test(step.id),
  },
  'eco-steps': {
    source: '003, step 2, important, managed',
    metBy: null,
    helps: (step) => ['template.open', 'role-arn.hand-over'].includes(step.id),
  },
  'lambda-quota': {
    source: '004, step 2.10',
    metBy: { passed: 'lambda.concurrency' },
    helps: (step) => step.checks.includes('lambda.concurrency'),
  },
}

export const requestDefinitions: readonly RequestDefinition[] = REQUEST_IDS.map((id) => {
  const { source, metBy, helps } = BASIS[id]
  const { title, anchor, promise, look, chase } = requestTexts[id].wait
  const wait: WaitDefinition = {
    id: `request.${id}`,
    title,
    anchor,
    promise,
    look,
    chase,
    source,
    expectedHours: EXPECTED_HOURS,
    graceHours: GRACE_HOURS,
    waitsOn: 'customer',
  }
  return { id, wait, metBy, helps }
})

/** The request of that name; null where there is none. */
export function requestNamed(name: string): RequestDefinition | null {
  return requestDefinitions.find((r) => r.id === name) ?? null
}

/** A wait as the procedure defines it, or as a request to the customer does; null where neither knows it. */
export function waitDefinition(procedure: Procedure, id: string): WaitDefinition | null {
  return procedure.waits.find((w) => w.id === id) ?? requestDefinitions.find((r) => r.wait.id === id)?.wait ?? null
}

/** The steps of a procedure at which the request is worth offering, in their order. */
export function stepsHelped(request: RequestDefinition, procedure: Procedure): readonly string[] {
  return allSteps(procedure)
    .filter((step) => request.helps(step))
    .map((step) => step.id)
}
