import type { OperationError } from '../client/operation-error.ts'

/** The refusal, where it speaks of this field. */
export function fieldProblem(error: OperationError | null, field: string): OperationError | null {
  return error?.field === field ? error : null
}

/** The refusal, where none of the form's fields can say it in place. */
export function otherProblem(error: OperationError | null, fields: readonly string[]): OperationError | null {
  return error !== null && (error.field === null || !fields.includes(error.field)) ? error : null
}
