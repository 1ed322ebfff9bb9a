/** A refusal as a form shows it: of an operation, or of what the host said would be refused. */
export interface FormProblem {
  readonly code: string
  readonly message: string
  readonly remedy: string
  readonly field: string | null
}

/** A change that reaches further than this form: it is taken once somebody says so. */
export function asksToConfirm(error: FormProblem | null): boolean {
  return error?.code === 'payer.touches-cases'
}

/** The refusal, where it speaks of this field. What asks to be confirmed is no fault of a field. */
export function fieldProblem<P extends FormProblem>(error: P | null, field: string): P | null {
  return error?.field === field && !asksToConfirm(error) ? error : null
}

/** The refusal, where none of the form's fields can say it in place. */
export function otherProblem<P extends FormProblem>(error: P | null, fields: readonly string[]): P | null {
  if (error === null) return null
  return error.field === null || !fields.includes(error.field) || asksToConfirm(error) ? error : null
}
