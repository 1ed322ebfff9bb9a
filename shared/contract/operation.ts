import type { z } from 'zod'
import type { MessageCode } from '../text/messages/index.ts'

/**
 * One operation of the app, declared once. The in-process, HTTP and IPC handlers, the typed client,
 * the command line and the test of bad input all follow from it.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** A query changes nothing; a command may. */
  readonly kind: 'query' | 'command'
  readonly input: I
  readonly output: O
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Operation<I, O> & { kind: 'query' } {
  return { kind: 'query', input, output }
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): Operation<I, O> & { kind: 'command' } {
  return { kind: 'command', input, output }
}

/** An error as it crosses every transport: the code for machines, the sentence and the way out for people. */
export interface WireError {
  readonly code: MessageCode
  readonly message: string
  readonly remedy: string
  readonly field: string | null
  /** Values of the sentence, such as both sides of a conflict. */
  readonly params: Readonly<Record<string, unknown>>
}

/** The envelope: JSON text crosses both transports, so a Date or a Map can never behave differently on one of them. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError }
