import { AwsFault } from '../http/fault.ts'
import type { Template } from '../world/template.ts'

const iamNames: Record<string, string | undefined> = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
}

/** What a caller has to acknowledge before a template's IAM resources are created, and which types call for it. */
export function neededCapability(template: Template): { capability?: string; types: string[] } {
  const iam = template.resources.filter((one) => Object.hasOwn(iamNames, one.type))
  const types = [...new Set(iam.map((one) => one.type))].sort()
  if (iam.length === 0) return { types }
  const named = iam.some(({ type, properties }) => properties[iamNames[type] ?? ''] !== undefined)
  return { capability: named ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM', types }
}

/** Throws InsufficientCapabilitiesException; CAPABILITY_NAMED_IAM covers unnamed resources as well. */
export function checkCapabilities(template: Template, given: readonly string[]): void {
  const { capability } = neededCapability(template)
  if (capability === undefined || given.includes(capability) || given.includes('CAPABILITY_NAMED_IAM')) return
  throw new AwsFault('InsufficientCapabilitiesException', `Requires capabilities : [${capability}]`)
}
