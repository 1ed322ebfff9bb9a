import { type Refusal, refuse } from '../refusal.ts'
import { parseDisplayName } from '../values/display-name.ts'
import type { Handover } from './schema.ts'

/**
 * Refuses a handover whose parts do not fit together: what refers to something that is not in it, two of one name,
 * a file that is missing, a name that would not be accepted when typed.
 */
export function demandWhole({ manifest, data, activity }: Handover): Refusal | null {
  const payers = ids(data.payers)
  const customers = ids(data.customers)
  const cases = ids(data.cases.map(({ record }) => record))
  const files = new Map(manifest.files.map(({ name, sha256, size }) => [name, { sha256, size }]))
  const wrong = (what: string) => refuse('handover.inconsistent', { what })

  if (new Set([...payers]).size !== data.payers.length) return wrong('two payers of one ID')
  if (customers.size !== data.customers.length) return wrong('two customers of one ID')
  if (cases.size !== data.cases.length) return wrong('two cases of one ID')
  if (new Set(data.payers.map((p) => p.accountId)).size !== data.payers.length)
    return wrong('two payers of one account')
  if (new Set(data.cases.map(({ record }) => record.number)).size !== data.cases.length)
    return wrong('two cases of one number')
  for (const customer of data.customers) {
    if (!payers.has(customer.payerId)) return wrong(`the payer of customer ${customer.managementAccountId}`)
    const name = parseDisplayName(customer.name)
    if (!name.ok || name.value !== customer.name) return wrong(`the name of customer ${customer.managementAccountId}`)
  }
  const attached = new Set<string>()
  for (const { record, submissions, waits, attachments, steps, checks } of data.cases) {
    const ref = `C-${record.number}`
    if (!customers.has(record.customerId)) return wrong(`the customer of ${ref}`)
    if (!payers.has(record.payerId)) return wrong(`the payer of ${ref}`)
    if (new Set(submissions.map((s) => s.attempt)).size !== submissions.length) return wrong(`the attempts of ${ref}`)
    if (new Set(steps.map((s) => s.stepId)).size !== steps.length) return wrong(`the steps of ${ref}`)
    if (new Set(checks.map((k) => k.checkId)).size !== checks.length) return wrong(`the checks of ${ref}`)
    const known = ids(submissions)
    if (waits.some((w) => w.submissionId !== null && !known.has(w.submissionId))) return wrong(`a wait of ${ref}`)
    if (ids(waits).size !== waits.length || known.size !== submissions.length) return wrong(`the waits of ${ref}`)
    for (const file of attachments) {
      const bytes = files.get(fileName(file.sha256))
      if (bytes?.sha256 !== file.sha256 || bytes.size !== file.size) return wrong(`the file ${file.name} of ${ref}`)
      if (attached.has(file.id)) return wrong(`the file ${file.name} of ${ref}`)
      if (file.payerId !== null && !payers.has(file.payerId)) return wrong(`the payer of a file of ${ref}`)
      attached.add(file.id)
    }
  }
  const known = { caseId: cases, customerId: customers, payerId: payers }
  const stray = activity.find((entry) =>
    (['caseId', 'customerId', 'payerId'] as const).some((of) => entry[of] !== null && !known[of].has(entry[of])),
  )
  return stray ? wrong(`what the entry “${stray.what}” of the activity is about`) : null
}

/** Name of an attachment's bytes in the file. */
export function fileName(sha256: string): string {
  return `file-${sha256}`
}

function ids(records: readonly { readonly id: string }[]): Set<string> {
  return new Set(records.map(({ id }) => id))
}
