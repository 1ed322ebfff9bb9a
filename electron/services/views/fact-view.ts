import type { FactView } from '../../../shared/contract/views.ts'
import { FACT_OWNERS, type FactName, type Facts } from '../../../shared/domain/facts.ts'
import { namesFor } from '../../../shared/domain/naming.ts'
import type { Naming } from '../../../shared/domain/records/settings.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { suggestBillingBucket } from '../../../shared/domain/values/bucket.ts'
import { BILLING_PREFIX } from '../../../shared/domain/values/prefix.ts'
import { defaultRegion } from '../../../shared/domain/values/region.ts'
import { BILLING_REPORT_NAME } from '../../../shared/domain/values/report-name.ts'
import { factTexts } from '../../../shared/text/facts.ts'

/** Blank in Spot's form means all accounts: that has to be meant (004, step 3). A report may be made without a prefix. */
const MAY_BE_BLANK: readonly FactName[] = ['accountList', 'prefix', 'billingPrefix']

/** A fact as it is shown, copied and entered. @param naming the MSP's own naming defaults, by which it is suggested */
export function factView(name: FactName, facts: Facts, naming: Naming = {}): FactView {
  const value = facts[name]
  const { label, help, mono, options } = factTexts[name]
  return {
    name,
    label,
    value,
    display: (value !== null && options?.[value]) || displayOf(value),
    owner: FACT_OWNERS[name],
    help,
    suggestion: suggestionFor(name, facts, naming),
    mono,
    options: options ? Object.entries(options).map(([word, said]) => ({ value: word, label: said })) : null,
    mayBeBlank: MAY_BE_BLANK.includes(name),
  }
}

/** Account IDs are grouped for the eye; what is copied stays digits. */
function displayOf(value: string | null): string {
  if (value === null) return 'Not known yet'
  if (value === '') return 'Blank'
  if (/^\d{12}$/.test(value)) return formatAccountId(value)
  return value.split(',').length > 1 ? value.split(',').join(', ') : value
}

function suggestionFor(name: FactName, facts: Facts, naming: Naming): string | null {
  const names = namesFor(naming, facts.payerAccountId ?? '')
  switch (name) {
    case 'bucket':
      return names.bucket || null
    case 'reportName':
    case 'prefix':
    case 'crawlerStackName':
    case 'extractorStackName':
      return names[name]
    case 'region':
    case 'billingRegion':
      return defaultRegion(facts.partition === 'aws-cn' ? 'aws-cn' : 'aws')
    case 'billingReportName':
      return BILLING_REPORT_NAME
    case 'billingBucket':
      return facts.payerAccountId ? suggestBillingBucket(facts.payerAccountId) : null
    case 'billingPrefix':
      return BILLING_PREFIX
    default:
      return null
  }
}
