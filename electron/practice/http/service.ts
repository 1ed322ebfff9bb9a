import type { Caller } from '../world/accounts.ts'
import type { PracticeWorld } from '../world/world.ts'
import type { AwsFault, Protocol } from './fault.ts'
import type { Reply } from './reply.ts'
import type { PracticeRequest } from './request.ts'

/** One call of an operation: the world at a virtual instant, what is asked and by whom. */
export type Call = {
  readonly world: PracticeWorld
  /** Virtual instant, milliseconds since 1970 UTC. */
  readonly now: number
  readonly request: PracticeRequest
  readonly caller: Caller
  readonly requestId: string
}

/** An operation as the router sees it. */
export type Operation = {
  /** IAM action that it needs, such as glue:GetCrawler. */
  readonly action: string
  /** ARN that the action is asked for. */
  readonly resource: string
  readonly writes: boolean
  /** Whether it decides itself who may call it: in S3 the bucket and its policy have a say, also on unsigned requests. */
  readonly decidesAccess: boolean
  run(): Reply
}

/** A simulated service: finds the operation that a call asks for, and words its errors. */
export type Service = {
  readonly protocol: Protocol
  /** The operations that are simulated, by their names in the service's model. */
  readonly operations: readonly string[]
  /** Throws an AwsFault for an operation that is not simulated or a request that it cannot read. */
  find(call: Call): Operation
  refuse(fault: AwsFault, call: Call): Reply
}
