import { contract, type OperationName } from '../../shared/contract/index.ts'
import type { Operation, Reply, WireError } from '../../shared/contract/operation.ts'
import { type Refusal, refuse } from '../../shared/domain/refusal.ts'
import { sentence } from '../../shared/text/messages/index.ts'
import { refusalOf } from '../services/casebook-error.ts'
import type { Log } from '../services/ports.ts'
import { redact } from '../services/redact.ts'
import type { Handlers } from './handlers.ts'
import { newIncident } from './incident.ts'
import { refuseInput } from './input-problem.ts'

/** What one operation may carry in: room for the largest attachment as base64. MiB of text. */
export const INPUT_LIMIT_MIB = 32

/** Runs one operation: its name and its input as JSON text in, the reply envelope as JSON text out. Never rejects. */
export type Dispatch = (name: string, inputJson: string) => Promise<string>

/**
 * The one way in, whatever the transport: parse the input, run the handler, parse the output, wrap it up.
 * Nothing that a caller sends makes it throw, and nothing unforeseen leaves it but an incident number.
 */
export function createDispatch(handlers: Handlers, log: Log, incident: () => string = newIncident): Dispatch {
  return async (name, inputJson) => {
    try {
      return JSON.stringify(await answer(name, inputJson))
    } catch (thrown) {
      return JSON.stringify(failed(name, thrown))
    }
  }

  async function answer(name: string, inputJson: string): Promise<Reply<unknown>> {
    if (inputJson.length > INPUT_LIMIT_MIB * 1024 * 1024) {
      return refused(refuse('input.too-large', { limitMiB: INPUT_LIMIT_MIB }))
    }
    if (!isOperation(name)) return refused(refuse('operation.unknown', { name: name.slice(0, 64) }))
    const operation: Operation = contract[name]
    const json = readJson(inputJson)
    if (json === undefined) return refused(refuse('input.not-json', {}))
    const input = operation.input.safeParse(json, { reportInput: true })
    if (!input.success) return refused(refuseInput(input.error))

    const handler = handlers[name] as (input: unknown) => Promise<unknown>
    const output = operation.output.safeParse(await handler(input.data))
    if (!output.success) {
      const number = incident()
      const places = output.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`)
      log.error('rpc.contract', { operation: name, incident: number, places: places.slice(0, 20) })
      return refused(refuse('internal.contract', { operation: name, incident: number }))
    }
    return { ok: true, value: output.data }
  }

  function failed(name: string, thrown: unknown): Reply<never> {
    const refusal = refusalOf(thrown)
    if (refusal) {
      try {
        return refused(refusal)
      } catch (noSentence) {
        return unexpected(name, noSentence)
      }
    }
    return unexpected(name, thrown)
  }

  function unexpected(name: string, thrown: unknown): Reply<never> {
    const number = incident()
    log.error('rpc.unexpected', { operation: name.slice(0, 64), incident: number, error: redact(traceOf(thrown)) })
    return refused(refuse('internal.unexpected', { incident: number }))
  }
}

/** Own names only: `constructor` or `__proto__` is not an operation. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}

/** A refusal as it crosses the wire, with its sentence and the way out. */
export function refused(refusal: Refusal): { readonly ok: false; readonly error: WireError } {
  const { message, remedy } = sentence(refusal.code, refusal.params)
  const { code, params, field = null } = refusal
  return { ok: false, error: { code, message, remedy, field, params } }
}

/** Undefined where the text is not JSON; JSON itself has no undefined. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where it happened, with what caused it. For the log only. */
function traceOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown === 'string' ? thrown : Object.prototype.toString.call(thrown)
  const trace = thrown.stack ?? thrown.message
  return thrown.cause instanceof Error ? `${trace}\ncaused by ${thrown.cause.stack ?? thrown.cause.message}` : trace
}
