import { partitionOf } from './accounts.ts'
import { type References, resolve } from './intrinsics.ts'
import { arnOf, createResource, removeResource } from './stack-resources.ts'
import {
  deletionPlan,
  type Stack,
  type StackResource,
  type Step,
  setResourceStatus,
  setStackStatus,
  templateOf,
} from './stacks.ts'
import type { PracticeWorld } from './world.ts'

/** Carries every stack on to the present, in the order in which things happen. True when something did. */
export function settleStacks(world: PracticeWorld, now: number): boolean {
  const busy = world.stacks.filter((stack) => stack.plan.length > 0)
  let changed = false
  for (;;) {
    const [next] = busy
      .filter((stack) => (stack.plan[0]?.at ?? Number.POSITIVE_INFINITY) <= now)
      .sort((a, b) => (a.plan[0]?.at ?? 0) - (b.plan[0]?.at ?? 0))
    const step = next?.plan.shift()
    if (!next || !step) return changed
    takeStep(world, next, step)
    changed = true
  }
}

function takeStep(world: PracticeWorld, stack: Stack, { at, act, logicalId }: Step): void {
  const resource = stack.resources.find((one) => one.logicalId === logicalId)
  if (act === 'end') {
    setStackStatus(stack, ends[stack.status] ?? stack.status, at)
  } else if (act === 'create-begin') {
    beginCreation(stack, logicalId, at)
  } else if (resource && act === 'create-end') {
    endCreation(world, stack, resource, at)
  } else if (resource && act === 'delete-begin') {
    setResourceStatus(stack, resource, 'DELETE_IN_PROGRESS', at)
  } else if (resource) {
    removeResource({ world, stack, resource, properties: propertiesOf(stack, resource), at })
    setResourceStatus(stack, resource, 'DELETE_COMPLETE', at)
  }
}

function beginCreation(stack: Stack, logicalId: string, at: number): void {
  const planned = templateOf(stack).resources.find((one) => one.logicalId === logicalId)
  const type = planned?.type ?? ''
  const resource: StackResource = { logicalId, type, physicalId: '', status: '', updatedAt: at }
  stack.resources.push(resource)
  setResourceStatus(stack, resource, 'CREATE_IN_PROGRESS', at)
}

function endCreation(world: PracticeWorld, stack: Stack, resource: StackResource, at: number): void {
  const outcome = createResource({ world, stack, resource, properties: propertiesOf(stack, resource), at })
  if ('physicalId' in outcome) {
    resource.physicalId = outcome.physicalId
    setResourceStatus(stack, resource, 'CREATE_COMPLETE', at)
    return
  }
  setResourceStatus(stack, resource, 'CREATE_FAILED', at, outcome.reason)
  const failed = `The following resource(s) failed to create: [${resource.logicalId}]. `
  if (stack.onFailure === 'DO_NOTHING') {
    setStackStatus(stack, 'CREATE_FAILED', at, failed)
    stack.plan = []
    return
  }
  const rollback = stack.onFailure === 'ROLLBACK'
  const status = rollback ? 'ROLLBACK_IN_PROGRESS' : 'DELETE_IN_PROGRESS'
  setStackStatus(stack, status, at + 1000, `${failed}${rollback ? 'Rollback' : 'Delete'} requested by user.`)
  stack.plan = deletionPlan(stack, at + 1000)
}

const ends: Record<string, string> = {
  CREATE_IN_PROGRESS: 'CREATE_COMPLETE',
  ROLLBACK_IN_PROGRESS: 'ROLLBACK_COMPLETE',
  DELETE_IN_PROGRESS: 'DELETE_COMPLETE',
}

function propertiesOf(stack: Stack, resource: StackResource): Record<string, unknown> {
  const planned = templateOf(stack).resources.find((one) => one.logicalId === resource.logicalId)
  return resolve(planned?.properties ?? {}, referencesOf(stack)) as Record<string, unknown>
}

/** What the references in a stack's template stand for, as far as its resources stand. */
export function referencesOf(stack: Stack): References {
  const { accountId, region, name, id } = stack
  const pseudo: Record<string, string> = {
    'AWS::AccountId': accountId,
    'AWS::Region': region,
    'AWS::Partition': partitionOf(region),
    'AWS::StackName': name,
    'AWS::StackId': id,
    'AWS::URLSuffix': region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com',
    'AWS::NoValue': '',
  }
  return {
    values: new Map([...Object.entries(pseudo), ...stack.parameters.map((one) => [one.key, one.value] as const)]),
    resources: new Map(
      stack.resources
        .filter((one) => one.physicalId !== '')
        .map((one) => [one.logicalId, { ref: one.physicalId, arn: arnOf(stack, one) }]),
    ),
  }
}
