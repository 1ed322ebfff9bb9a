import { onField } from '../../shared/domain/refusal.ts'
import { parseAccountId } from '../../shared/domain/values/account-id.ts'
import { parseDisplayName } from '../../shared/domain/values/display-name.ts'
import { CasebookError } from './casebook-error.ts'

/** What makes a workspace an MSP's own: who it is, what AWS and Spot know it by, and who sits at this desk. */
export interface Profile {
  readonly company: string
  readonly mspAccountId: string
  readonly operator: string
}

/** The profile as typed; refuses the first value that cannot be read, on its field, before anything is made. */
export function readProfile(typed: Profile): Profile {
  return {
    company: readName(typed.company, 'company'),
    mspAccountId: readAccount(typed.mspAccountId, 'mspAccountId'),
    operator: readName(typed.operator, 'operator'),
  }
}

export function readName(text: string, field: string): string {
  const read = parseDisplayName(text)
  if (!read.ok) throw new CasebookError(onField(read.refusal, field))
  return read.value
}

export function readAccount(text: string, field: string): string {
  const read = parseAccountId(text)
  if (!read.ok) throw new CasebookError(onField(read.refusal, field))
  return read.value
}
