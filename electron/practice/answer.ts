import { randomUUID } from 'node:crypto'
import type { Disturbances, Journey } from './disturbance.ts'
import { readCredentialScope } from './http/credential-scope.ts'
import { AwsFault, commonFault, notAuthorized } from './http/fault.ts'
import type { Reply } from './http/reply.ts'
import type { PracticeRequest } from './http/request.ts'
import type { Call, Operation, Service } from './http/service.ts'
import { serviceFor } from './router.ts'
import { anonymous, callerOf } from './world/accounts.ts'
import { seedDataExport } from './world/exports.ts'
import { isDenied } from './world/permissions.ts'
import { rulesOf } from './world/rules.ts'
import { settle } from './world/settle.ts'
import type { PracticeWorld } from './world/world.ts'

export type Answer = { readonly reply: Reply; readonly journey: Journey; readonly changed: boolean }

/** Answers one call of any service: brings the world up to date, lets the caller in or not, runs the operation. */
export function answer(
  world: PracticeWorld,
  request: PracticeRequest,
  now: number,
  disturbances: Disturbances,
): Answer {
  const scope = readCredentialScope(request)
  const service = serviceFor(request, scope?.service)
  const caller = scope ? callerOf(world, scope) : anonymous
  const call: Call = { world, now, request, caller, requestId: randomUUID() }
  const settled = settle(world, now)
  const seeded = caller.signed && seedDataExport(world, caller.accountId, now)
  const { reply, operation, done } = run(service, call, disturbances)
  const journey = disturbances.journey(world, {
    accountId: caller.accountId,
    action: operation?.action ?? '',
    writes: done && operation?.writes === true,
    bytes: done ? reply.body.length : 0,
  })
  return { reply, journey, changed: settled || seeded || (done && operation?.writes === true) }
}

type Outcome = { readonly reply: Reply; readonly operation?: Operation; readonly done: boolean }

function run(service: Service, call: Call, disturbances: Disturbances): Outcome {
  let operation: Operation | undefined
  try {
    operation = service.find(call)
    admit(service, call, operation, disturbances)
    return { reply: operation.run(), operation, done: true }
  } catch (fault) {
    if (!(fault instanceof AwsFault)) throw fault
    return { reply: service.refuse(fault, call), ...(operation && { operation }), done: false }
  }
}

/** Throws what stops a call before its operation: no signature, expired credentials, its rate, a missing permission. */
function admit({ protocol }: Service, { world, caller }: Call, operation: Operation, disturbances: Disturbances): void {
  const { action, resource, decidesAccess } = operation
  if (!caller.signed && !decidesAccess) throw commonFault('unsigned', protocol)
  if (caller.signed && rulesOf(world).expired) throw commonFault('expired', protocol)
  if (disturbances.throttles(world, { accountId: caller.accountId, action })) throw commonFault('throttled', protocol)
  if (caller.signed && !decidesAccess && isDenied(world, action)) {
    throw commonFault('denied', protocol, notAuthorized(caller.arn, action, resource))
  }
}
