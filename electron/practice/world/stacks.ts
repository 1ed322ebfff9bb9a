import { randomUUID } from 'node:crypto'
import { partitionOf } from './accounts.ts'
import { readTemplate, type Template } from './template.ts'
import type { PracticeWorld } from './world.ts'

export type StackResource = {
  readonly logicalId: string
  readonly type: string
  physicalId: string
  status: string
  reason?: string
  updatedAt: number
}

export type StackEvent = {
  readonly id: string
  readonly logicalId: string
  readonly physicalId: string
  readonly type: string
  readonly status: string
  readonly reason?: string
  readonly at: number
}

/** Something that happens to a stack at a virtual instant: a resource begins or ends, or the whole operation ends. */
export type Step = {
  readonly at: number
  readonly act: 'create-begin' | 'create-end' | 'delete-begin' | 'delete-end' | 'end'
  readonly logicalId: string
}

export type Parameter = { readonly key: string; readonly value: string }

export type StackRequest = {
  readonly name: string
  readonly accountId: string
  readonly callerArn: string
  readonly region: string
  readonly templateBody: string
  readonly parameters: readonly Parameter[]
  readonly capabilities: readonly string[]
  readonly tags: readonly { readonly Key: string; readonly Value: string }[]
  readonly onFailure: 'ROLLBACK' | 'DELETE' | 'DO_NOTHING'
  readonly token?: string
}

export type Stack = StackRequest & {
  readonly id: string
  readonly description?: string
  readonly createdAt: number
  deletedAt?: number
  status: string
  reason?: string
  readonly resources: StackResource[]
  readonly events: StackEvent[]
  /** What is still to happen, in order of time. */
  plan: Step[]
}

/** Virtual time from the creation of a stack to CREATE_COMPLETE. */
export const creationMs = 180_000
const firstStepMs = 5_000
const deletionStepMs = 4_000

export const stackType = 'AWS::CloudFormation::Stack'

type Place = { readonly accountId: string; readonly region: string }

/** The stacks of an account in a region that are not deleted, newest first. */
export function stacksOf(world: PracticeWorld, { accountId, region }: Place): Stack[] {
  return world.stacks
    .filter((one) => one.accountId === accountId && one.region === region && one.status !== 'DELETE_COMPLETE')
    .reverse()
}

/** A stack by name, or by ARN; only the ARN finds a deleted one. */
export function findStack(world: PracticeWorld, place: Place, nameOrId: string): Stack | undefined {
  if (!nameOrId.startsWith('arn:')) return stacksOf(world, place).find((stack) => stack.name === nameOrId)
  return world.stacks.find((stack) => stack.id === nameOrId && stack.accountId === place.accountId)
}

/** Starts a stack; its resources are created over the next three virtual minutes. The request has been validated. */
export function createStack(world: PracticeWorld, request: StackRequest, template: Template, now: number): Stack {
  const { accountId, region, name } = request
  const id = `arn:${partitionOf(region)}:cloudformation:${region}:${accountId}:stack/${name}/${randomUUID()}`
  const stack: Stack = {
    ...request,
    ...(template.description !== undefined && { description: template.description }),
    id,
    createdAt: now,
    status: '',
    resources: [],
    events: [],
    plan: creationPlan(template, now),
  }
  world.stacks.push(stack)
  setStackStatus(stack, 'CREATE_IN_PROGRESS', now, 'User Initiated')
  return stack
}

/** Starts the deletion of a stack; a second time it changes nothing. */
export function deleteStack(stack: Stack, now: number): void {
  if (stack.status === 'DELETE_IN_PROGRESS' || stack.status === 'DELETE_COMPLETE') return
  setStackStatus(stack, 'DELETE_IN_PROGRESS', now, 'User Initiated')
  stack.plan = deletionPlan(stack, now)
}

export function templateOf(stack: Stack): Template {
  return readTemplate(stack.templateBody)
}

function creationPlan(template: Template, now: number): Step[] {
  const slot = (creationMs - 2 * firstStepMs) / template.resources.length
  const steps = template.resources.flatMap(({ logicalId }, index): Step[] => {
    const at = now + firstStepMs + Math.round(index * slot)
    return [
      { at, act: 'create-begin', logicalId },
      { at: at + Math.round(slot * 0.9), act: 'create-end', logicalId },
    ]
  })
  return [...steps, { at: now + creationMs, act: 'end', logicalId: '' }]
}

/** What stands is deleted in the reverse order of its creation. */
export function deletionPlan(stack: Stack, now: number): Step[] {
  const standing = stack.resources.filter((one) => one.status === 'CREATE_COMPLETE').reverse()
  const steps = standing.flatMap(({ logicalId }, index): Step[] => {
    const at = now + (index + 0.5) * deletionStepMs
    return [
      { at, act: 'delete-begin', logicalId },
      { at: at + deletionStepMs / 2, act: 'delete-end', logicalId },
    ]
  })
  return [...steps, { at: now + (standing.length + 1) * deletionStepMs, act: 'end', logicalId: '' }]
}

/** Records a new status of the stack itself, with its event. */
export function setStackStatus(stack: Stack, status: string, at: number, reason?: string): void {
  stack.status = status
  if (reason === undefined) delete stack.reason
  else stack.reason = reason
  if (status === 'DELETE_COMPLETE') stack.deletedAt = at
  record(stack, { logicalId: stack.name, physicalId: stack.id, type: stackType, status, at }, reason)
}

/** Records a new status of a resource, with its event. */
export function setResourceStatus(
  stack: Stack,
  resource: StackResource,
  status: string,
  at: number,
  reason?: string,
): void {
  resource.status = status
  resource.updatedAt = at
  if (reason === undefined) delete resource.reason
  else resource.reason = reason
  const { logicalId, physicalId, type } = resource
  record(stack, { logicalId, physicalId, type, status, at }, reason)
}

function record(stack: Stack, event: Omit<StackEvent, 'id' | 'reason'>, reason: string | undefined): void {
  const id =
    event.type === stackType ? randomUUID() : `${event.logicalId}-${event.status}-${new Date(event.at).toISOString()}`
  stack.events.push({ ...event, id, ...(reason !== undefined && { reason }) })
}
