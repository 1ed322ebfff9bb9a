import type { TemplateView } from '../../shared/contract/judgement-views.ts'
import { faultFinding } from '../../shared/domain/checks/verdict.ts'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import type { AwsSession } from './aws-gateway.ts'

export interface ReadTemplate {
  readonly template: TemplateView | null
  /** Why it could not be read; a warning, for nothing is wrong with the template itself. */
  readonly findings: readonly Finding[]
}

/** What a template on S3 would make, read by CloudFormation for the caller; nothing is made. */
export async function readTemplate(session: AwsSession, url: string, profile: string): Promise<ReadTemplate> {
  const read = await session.templateSummary(url)
  if (!read.ok) {
    const { kind, action, code } = read.fault
    const unseen = (['no-access', 'invalid', 'not-found', 'other'] as const).some((one) => one === kind)
      ? finding('warning', 'plan.template-unseen', { action, code })
      : { ...faultFinding(read.fault, profile), level: 'warning' as const }
    return { template: null, findings: [unseen] }
  }
  const { description, resourceTypes, parameters, capabilities } = read.value
  return {
    template: {
      url,
      description,
      resourceTypes: [...resourceTypes],
      parameters: [...parameters],
      capabilities: [...capabilities],
    },
    findings: [],
  }
}
