import { AwsFault } from './fault.ts'
import { reply } from './reply.ts'
import { header } from './request.ts'
import type { Call, Operation, Service } from './service.ts'

export type JsonObject = Readonly<Record<string, unknown>>

export type JsonOperation = {
  readonly writes?: true
  /** ARN that the permission is asked for; all resources without it. */
  resource?(input: JsonObject, call: Call): string
  run(input: JsonObject, call: Call): JsonObject
}

const contentType = 'application/x-amz-json-1.1'

/** A service of the AWS JSON 1.1 protocol: the operation is named by X-Amz-Target. */
export function jsonService(facts: {
  readonly iam: string
  readonly operations: Readonly<Record<string, JsonOperation>>
  /** Called before each operation; throws what the service refuses as a whole. */
  readonly guard?: (call: Call) => void
}): Service {
  return {
    protocol: 'json',
    operations: Object.keys(facts.operations),
    find(call): Operation {
      const name = header(call.request, 'x-amz-target')?.split('.').at(-1) ?? ''
      const operation = Object.hasOwn(facts.operations, name) ? facts.operations[name] : undefined
      if (!operation) throw new AwsFault('UnknownOperationException', `The practice AWS does not simulate ${name}.`)
      facts.guard?.(call)
      const input = readInput(call.request.body)
      return {
        action: `${facts.iam}:${name}`,
        resource: operation.resource?.(input, call) ?? '*',
        writes: operation.writes === true,
        decidesAccess: false,
        run: () => {
          const body = JSON.stringify(operation.run(input, call))
          return reply(200, { 'content-type': contentType, 'x-amzn-requestid': call.requestId }, body)
        },
      }
    },
    refuse(fault, call) {
      const headers = { 'content-type': contentType, 'x-amzn-requestid': call.requestId, ...fault.headers }
      const document = { __type: fault.code, Message: fault.message, ...fault.details }
      return reply(fault.status, headers, JSON.stringify(document))
    },
  }
}

function readInput(body: Buffer): JsonObject {
  try {
    const input: unknown = JSON.parse(body.toString('utf8') || '{}')
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return input as JsonObject
  } catch {
    // Answered below, like a body that is JSON but no object.
  }
  throw new AwsFault('SerializationException', 'The request body is not a JSON object.')
}

/** A member that has to be a text; without it the service's ValidationException of that name is thrown. */
export function requiredText(input: JsonObject, name: string, code = 'ValidationException'): string {
  const value = input[name]
  if (typeof value === 'string' && value !== '') return value
  const member = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
  throw new AwsFault(
    code,
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
  )
}
