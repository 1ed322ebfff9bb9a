import type { OperationError } from '../client/operation-error.ts'

/** A change that reaches further than this form: it is taken once somebody says so. */
export function asksToConfirm(error: OperationError | null): boolean {
  return error?.code === 'payer.touches-cases'
}

/** The refusal, where it speaks of this field. What asks to be confirmed is no fault of a field. */
export function fieldProblem(error: OperationError | null, field: string): OperationError | null {
  return error?.field === field && !asksToConfirm(error) ? error : null
}

/** The refusal, where none of the form's fields can say it in place. */
export function otherProblem(error: OperationError | null, fields: readonly string[]): OperationError | null {
  if (error === null) return null
  return error.field === null || !fields.includes(error.field) || asksToConfirm(error) ? error : null
}
