import { AwsFault } from '../http/fault.ts'
import type { Form } from '../http/form.ts'
import type { JsonObject } from '../http/json-service.ts'
import { page } from '../http/page.ts'
import { queryService } from '../http/query-service.ts'
import type { Call } from '../http/service.ts'
import { partitionOf } from '../world/accounts.ts'
import { deleteStack, findStack, type Stack, stacksOf } from '../world/stacks.ts'
import { readTemplate } from '../world/template.ts'
import { runCreateStack } from './create-stack.ts'
import { templateText } from './template-source.ts'
import {
  declareParameters,
  describeEvent,
  describeResource,
  describeStack,
  summarizeResource,
  summarizeStack,
  summarizeTemplate,
} from './views.ts'

const pageSize = 100

/** AWS CloudFormation: stacks from a template, created over virtual time. */
export const cloudFormation = queryService({
  iam: 'cloudformation',
  namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  operations: {
    CreateStack: { writes: true, resource: stackArn, run: runCreateStack },
    DeleteStack: { writes: true, resource: stackArn, run: runDeleteStack },
    DescribeStacks: { resource: stackArn, run: describeStacks },
    ListStacks: { run: listStacks },
    DescribeStackEvents: {
      resource: stackArn,
      run(form, call) {
        const stack = existing(form, call, (name) => `Stack [${name}] does not exist`)
        const { items, NextToken } = paged(form, stack.events.toReversed())
        return { StackEvents: items.map((event) => describeEvent(stack, event)), NextToken }
      },
    },
    ListStackResources: {
      resource: stackArn,
      run(form, call) {
        const { items, NextToken } = paged(form, existing(form, call).resources)
        return { StackResourceSummaries: items.map(summarizeResource), NextToken }
      },
    },
    DescribeStackResources: {
      resource: stackArn,
      run(form, call) {
        const stack = existing(form, call)
        const wanted = form.get('LogicalResourceId')
        const found = stack.resources.filter((one) => wanted === undefined || one.logicalId === wanted)
        if (wanted !== undefined && found.length === 0) {
          throw new AwsFault('ValidationError', `Resource ${wanted} does not exist for stack ${stack.name}`)
        }
        return { StackResources: found.map((resource) => describeResource(stack, resource)) }
      },
    },
    GetTemplate: {
      resource: stackArn,
      run: (form, call) => ({
        TemplateBody: existing(form, call).templateBody,
        StagesAvailable: ['Original', 'Processed'],
      }),
    },
    GetTemplateSummary: { resource: stackArn, run: templateSummary },
    ValidateTemplate: {
      run(form, call) {
        const template = readTemplate(templateText(form, call))
        const parameters = declareParameters(template).map(({ ParameterType, ParameterConstraints, ...rest }) => rest)
        return { Parameters: parameters, ...summarizeTemplate(template) }
      },
    },
  },
})

function stackArn(form: Form, { caller }: Call): string {
  const name = form.get('StackName') ?? '*'
  if (name.startsWith('arn:')) return name
  return `arn:${partitionOf(caller.region)}:cloudformation:${caller.region}:${caller.accountId}:stack/${name}/*`
}

const noStackWithId = (name: string) => `Stack with id ${name} does not exist`

function existing(form: Form, { world, caller }: Call, sentence = noStackWithId): Stack {
  const name = form.get('StackName')
  if (name === undefined) {
    const subject = "1 validation error detected: Value null at 'stackName'"
    throw new AwsFault('ValidationError', `${subject} failed to satisfy constraint: Member must not be null`)
  }
  const stack = findStack(world, caller, name)
  if (!stack) throw new AwsFault('ValidationError', sentence(name))
  return stack
}

function paged<T>(form: Form, items: readonly T[], size = pageSize): { items: T[]; NextToken: string | undefined } {
  const invalid = () => new AwsFault('ValidationError', 'The NextToken is not valid')
  const { items: some, next } = page(items, form.get('NextToken'), size, invalid)
  return { items: some, NextToken: next }
}

function describeStacks(form: Form, call: Call): JsonObject {
  if (form.get('StackName') !== undefined) return { Stacks: [describeStack(existing(form, call))] }
  const { items, NextToken } = paged(form, stacksOf(call.world, call.caller))
  return { Stacks: items.map(describeStack), NextToken }
}

/** Unlike DescribeStacks it lists deleted stacks too. */
function listStacks(form: Form, { world, caller }: Call): JsonObject {
  const wanted = form.list('StackStatusFilter')
  const all = world.stacks.filter((one) => one.accountId === caller.accountId && one.region === caller.region)
  const fitting = all.filter((one) => wanted.length === 0 || wanted.includes(one.status)).reverse()
  const { items, NextToken } = paged(form, fitting)
  return { StackSummaries: items.map(summarizeStack), NextToken }
}

/** Deleting what is not there succeeds, as in AWS. */
function runDeleteStack(form: Form, { world, caller, now }: Call): undefined {
  const stack = findStack(world, caller, form.get('StackName') ?? '')
  if (stack) deleteStack(stack, now)
  return undefined
}

function templateSummary(form: Form, call: Call): JsonObject {
  const text = form.get('StackName') === undefined ? templateText(form, call) : existing(form, call).templateBody
  const template = readTemplate(text)
  return {
    Parameters: declareParameters(template),
    ...summarizeTemplate(template),
    ResourceTypes: [...new Set(template.resources.map((one) => one.type))],
    Version: '2010-09-09',
  }
}
