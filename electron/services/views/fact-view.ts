import type { FactView } from '../../../shared/contract/views.ts'
import { EXTRACTOR_STACK_NAME } from '../../../shared/domain/case/open-case.ts'
import { FACT_OWNERS, type FactName, type Facts } from '../../../shared/domain/facts.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { suggestBillingBucket, suggestBucket } from '../../../shared/domain/values/bucket.ts'
import { BILLING_PREFIX, DEFAULT_PREFIX } from '../../../shared/domain/values/prefix.ts'
import { defaultRegion } from '../../../shared/domain/values/region.ts'
import { BILLING_REPORT_NAME, DEFAULT_REPORT_NAME } from '../../../shared/domain/values/report-name.ts'
import { DEFAULT_STACK_NAME } from '../../../shared/domain/values/stack-name.ts'
import { factTexts } from '../../../shared/text/facts.ts'

/** Blank in Spot's form means all accounts: that has to be meant (004, step 3). A report may be made without a prefix. */
const MAY_BE_BLANK: readonly FactName[] = ['accountList', 'prefix', 'billingPrefix']

/** A fact as it is shown, copied and entered. */
export function factView(name: FactName, facts: Facts): FactView {
  const value = facts[name]
  const { label, help, mono, options } = factTexts[name]
  return {
    name,
    label,
    value,
    display: (value !== null && options?.[value]) || displayOf(value),
    owner: FACT_OWNERS[name],
    help,
    suggestion: suggestionFor(name, facts),
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

function suggestionFor(name: FactName, facts: Facts): string | null {
  switch (name) {
    case 'bucket':
      return facts.payerAccountId ? suggestBucket(facts.payerAccountId) : null
    case 'reportName':
      return DEFAULT_REPORT_NAME
    case 'prefix':
      return DEFAULT_PREFIX
    case 'region':
    case 'billingRegion':
      return defaultRegion(facts.partition === 'aws-cn' ? 'aws-cn' : 'aws')
    case 'crawlerStackName':
      return DEFAULT_STACK_NAME
    case 'extractorStackName':
      return EXTRACTOR_STACK_NAME
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
