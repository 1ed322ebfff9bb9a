import type { JsonObject } from '../http/json-service.ts'
import { resolve } from '../world/intrinsics.ts'
import { referencesOf } from '../world/stack-progress.ts'
import { type Stack, type StackEvent, type StackResource, templateOf } from '../world/stacks.ts'
import type { Template } from '../world/template.ts'
import { neededCapability } from './capabilities.ts'

const time = (at: number | undefined) => (at === undefined ? undefined : new Date(at))
const drift = { StackDriftStatus: 'NOT_CHECKED' }
const resourceDrift = { StackResourceDriftStatus: 'NOT_CHECKED' }

/** A stack as DescribeStacks shows it. */
export function describeStack(stack: Stack): JsonObject {
  const template = templateOf(stack)
  const hidden = new Set(template.parameters.filter((one) => one.noEcho).map((one) => one.name))
  return {
    StackId: stack.id,
    StackName: stack.name,
    Description: stack.description,
    Parameters: stack.parameters.map(({ key, value }) => ({
      ParameterKey: key,
      ParameterValue: hidden.has(key) ? '****' : value,
    })),
    CreationTime: time(stack.createdAt),
    DeletionTime: time(stack.deletedAt),
    RollbackConfiguration: {},
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    DisableRollback: stack.onFailure === 'DO_NOTHING',
    NotificationARNs: [],
    Capabilities: stack.capabilities,
    Outputs: stack.status === 'CREATE_COMPLETE' ? outputs(stack, template) : undefined,
    Tags: stack.tags,
    EnableTerminationProtection: false,
    DriftInformation: drift,
  }
}

/** A stack as ListStacks shows it. */
export function summarizeStack(stack: Stack): JsonObject {
  return {
    StackId: stack.id,
    StackName: stack.name,
    TemplateDescription: stack.description,
    CreationTime: time(stack.createdAt),
    DeletionTime: time(stack.deletedAt),
    StackStatus: stack.status,
    StackStatusReason: stack.reason,
    DriftInformation: drift,
  }
}

function outputs(stack: Stack, template: Template): JsonObject[] | undefined {
  if (Object.keys(template.outputs).length === 0) return undefined
  return Object.entries(template.outputs).map(([key, output]) => {
    const { Value, Description } = (resolve(output, referencesOf(stack)) ?? {}) as JsonObject
    return { OutputKey: key, OutputValue: String(Value ?? ''), Description }
  })
}

export function describeEvent(stack: Stack, event: StackEvent): JsonObject {
  return {
    StackId: stack.id,
    EventId: event.id,
    StackName: stack.name,
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    Timestamp: time(event.at),
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ClientRequestToken: stack.token,
  }
}

/** A resource as ListStackResources shows it. */
export function summarizeResource(resource: StackResource): JsonObject {
  return {
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.physicalId === '' ? undefined : resource.physicalId,
    ResourceType: resource.type,
    LastUpdatedTimestamp: time(resource.updatedAt),
    ResourceStatus: resource.status,
    ResourceStatusReason: resource.reason,
    DriftInformation: resourceDrift,
  }
}

/** A resource as DescribeStackResources shows it. */
export function describeResource(stack: Stack, resource: StackResource): JsonObject {
  const { LastUpdatedTimestamp, ...facts } = summarizeResource(resource)
  return { StackName: stack.name, StackId: stack.id, ...facts, Timestamp: LastUpdatedTimestamp }
}

/** What GetTemplateSummary and ValidateTemplate tell about a template. */
export function summarizeTemplate(template: Template): JsonObject {
  const { capability, types } = neededCapability(template)
  return {
    Description: template.description,
    Capabilities: capability === undefined ? [] : [capability],
    CapabilitiesReason:
      capability === undefined ? undefined : `The following resource(s) require capabilities: [${types.join(', ')}]`,
  }
}

/** The parameters of a template as GetTemplateSummary shows them. */
export function declareParameters(template: Template): JsonObject[] {
  return template.parameters.map((one) => ({
    ParameterKey: one.name,
    DefaultValue: one.default,
    ParameterType: one.type,
    NoEcho: one.noEcho,
    Description: one.description,
    ParameterConstraints: one.allowedValues === undefined ? {} : { AllowedValues: one.allowedValues },
  }))
}
