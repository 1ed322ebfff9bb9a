import { factTexts } from '../../text/facts.ts'
import { gateSentence } from '../../text/gates.ts'
import { DAILY_AT_MIDNIGHT } from '../checks/crawler.ts'
import { STACK_LEFT_OVER } from '../checks/stack.ts'
import { crawlerFileKey, crawlerNameOf, reportFolder } from '../crawler-template/names.ts'
import type { FactName, Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import { type Situation, unmet } from '../procedure/conditions.ts'
import { allSteps } from '../procedure/engine.ts'
import { type ReportFact, type ReportProfile, reportFacts, versioningOf } from '../procedure/report-profile.ts'
import type { ActionId, Procedure } from '../procedure/types.ts'

/** A value is exact, as AWS has it, unless it is said in words. */
interface Change {
  readonly what: string
  readonly value: string
  readonly inWords?: true
}

/** What an action would create or change on AWS, in words, before anybody confirms it. */
export interface Plan {
  readonly changes: readonly Change[]
  readonly findings: readonly Finding[]
}

/** Facts an action cannot do without. */
const NEEDS: Readonly<Record<ActionId, readonly FactName[]>> = {
  'bucket.create': ['bucket', 'region', 'payerAccountId'],
  'report.create': ['reportName', 'bucket', 'region'],
  'crawler-file.download': ['bucket', 'reportName'],
  'crawler-stack.create': ['crawlerStackName', 'bucket', 'reportName'],
  'crawler-stack.delete': ['crawlerStackName'],
  'crawler.schedule': ['reportName'],
  'extractor-stack.create': ['spotLink', 'extractorStackName', 'accountList', 'bucket'],
  'extractor-stack.delete': ['extractorStackName'],
}

/** What a deletion clears the way for: the step it belongs to is the one that creates. */
export function creatingAction(action: ActionId): ActionId {
  if (action === 'crawler-stack.delete') return 'crawler-stack.create'
  return action === 'extractor-stack.delete' ? 'extractor-stack.create' : action
}

/** Plans an action: what it makes, and what stands against it. */
export function planAction(action: ActionId, procedure: Procedure, situation: Situation): Plan {
  const { report } = procedure
  const facts = reportFacts(situation.facts, report)
  const findings: Finding[] = []
  for (const name of NEEDS[action]) {
    const from = Object.hasOwn(report.facts, name) ? report.facts[name as ReportFact] : name
    if (facts[name] === null)
      findings.push(finding('error', 'action.value-missing', { label: factTexts[from].label }, from))
  }
  const step = allSteps(procedure).find((s) => s.action === action)
  const shut = step ? unmet(step.actionGate ?? step.gate, situation) : []
  if (step && shut.length > 0) {
    const waitsFor = shut.map((c) => gateSentence(c, procedure)).join(' ')
    findings.push(finding('error', 'action.gate-shut', { step: step.title, waitsFor }))
  }
  return { changes: changesOf(action, facts, report), findings }
}

function changesOf(action: ActionId, facts: Facts, report: ReportProfile): Plan['changes'] {
  const said = (name: FactName) => facts[name] ?? ''
  switch (action) {
    case 'bucket.create':
      return [
        { what: 'Creates the bucket', value: said('bucket') },
        { what: 'In region', value: said('region') },
        {
          what: 'Sets the policy that lets AWS deliver reports',
          value: 'only where the bucket has none',
          inWords: true,
        },
      ]
    case 'report.create':
      return [
        { what: 'Creates the Cost and Usage Report', value: said('reportName') },
        {
          what: `Hourly, with resource IDs, for ${report.artifact === 'ATHENA' ? 'Athena' : 'Redshift'}, closed months refreshed`,
          value: `${report.format}, ${report.compression}, ${versioningOf(report, facts) ?? 'versioning not chosen'}`,
        },
        { what: 'Delivered into', value: `s3://${said('bucket')}/${reportFolder(said('prefix'), said('reportName'))}` },
      ]
    case 'crawler-file.download':
      return [
        { what: 'Reads', value: `s3://${said('bucket')}/${crawlerFileKey(said('prefix'), said('reportName'))}` },
        { what: 'Writes nothing to AWS', value: 'the file is validated, then attached to the case', inWords: true },
      ]
    case 'crawler-stack.create':
      return [
        { what: 'Creates the stack', value: said('crawlerStackName') },
        { what: 'From', value: 'the attached crawler-cfn.yml, by its object URL', inWords: true },
        { what: 'Allows it to create IAM resources', value: 'CAPABILITY_IAM' },
        { what: 'Replaces every event notification of', value: said('bucket') },
      ]
    case 'crawler-stack.delete':
      return deletionOf(said('crawlerStackName'))
    case 'extractor-stack.delete':
      return deletionOf(said('extractorStackName'))
    case 'crawler.schedule':
      return [
        { what: 'Sets the schedule of', value: crawlerNameOf(said('reportName')) },
        { what: 'To daily at 00:00 UTC', value: DAILY_AT_MIDNIGHT },
        { what: 'Starts the schedule', value: 'where it is not running', inWords: true },
      ]
    case 'extractor-stack.create':
      return [
        { what: 'Creates the stack', value: said('extractorStackName') },
        {
          what: 'From',
          value: 'the template of Spot’s link, with its pre-filled parameters as they are',
          inWords: true,
        },
        { what: 'CURBucketName', value: said('bucket') },
        facts.accountList
          ? { what: 'AccountList', value: facts.accountList }
          : { what: 'AccountList', value: 'blank: every account of the payer', inWords: true },
        { what: 'Allows it to create IAM resources', value: 'CAPABILITY_IAM' },
      ]
  }
}

function deletionOf(stack: string): Plan['changes'] {
  return [
    { what: 'Deletes the stack', value: stack },
    { what: 'Only where it failed to be created', value: STACK_LEFT_OVER },
  ]
}
