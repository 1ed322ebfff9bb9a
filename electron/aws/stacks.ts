import type { StackEvent } from '@aws-sdk/client-cloudformation'
import type { AwsResult, AwsSession, StackEventFacts, StackFacts } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { type Link, mapped, once } from './link.ts'
import { allPages } from './pages.ts'

type FirstFailure = StackFacts['firstFailure']

/** CloudFormation stacks: how one stands and why it failed, making one, removing one. */
export function stackCalls(
  link: Link,
): Pick<AwsSession, 'stack' | 'stackEvents' | 'templateSummary' | 'createStack' | 'deleteStack'> {
  const cloudFormation = once(async () => {
    const sdk = await import('@aws-sdk/client-cloudformation')
    return { sdk, client: new sdk.CloudFormationClient(await link.settings('cloudformation')) }
  })

  const lookUp = (StackName: string) =>
    link.ask('cloudformation:DescribeStacks', async () => {
      const { sdk, client } = await cloudFormation()
      const { Stacks, $metadata } = await client.send(new sdk.DescribeStacksCommand({ StackName }))
      const stack = Stacks?.[0]
      if (stack?.StackId === undefined || stack.StackStatus === undefined || stack.CreationTime === undefined)
        throw named('UnexpectedReply', `CloudFormation answered without the stack ${StackName}.`)
      return { ...stack, id: stack.StackId, status: stack.StackStatus, created: stack.CreationTime, $metadata }
    })

  /** Events come newest first, and reach back to the day the stack was made: only the last operation counts. */
  const firstFailure = async (id: string): Promise<AwsResult<FirstFailure>> => {
    const pages = await allPages(link, {
      action: 'cloudformation:DescribeStackEvents',
      most: 50,
      send: async (token) => {
        const { sdk, client } = await cloudFormation()
        const page = token === undefined ? {} : { NextToken: token }
        return client.send(new sdk.DescribeStackEventsCommand({ StackName: id, ...page }))
      },
      next: ({ StackEvents, NextToken }) => (StackEvents?.some(beginsOperation) ? undefined : NextToken),
    })
    if (!pages.ok && pages.fault.kind === 'no-access')
      return { ok: true, value: undefined, requestId: pages.fault.requestId }
    return mapped(pages, (all) => firstFailureOf(all.flatMap(({ StackEvents }) => StackEvents ?? [])))
  }

  const resources = async (id: string): Promise<AwsResult<{ complete: number; resources: number }>> => {
    const pages = await allPages(link, {
      action: 'cloudformation:ListStackResources',
      most: 50,
      send: async (token) => {
        const { sdk, client } = await cloudFormation()
        const page = token === undefined ? {} : { NextToken: token }
        return client.send(new sdk.ListStackResourcesCommand({ StackName: id, ...page }))
      },
      next: ({ NextToken }) => NextToken,
    })
    if (!pages.ok && pages.fault.kind === 'no-access')
      return { ok: true, value: { complete: 0, resources: 0 }, requestId: pages.fault.requestId }
    return mapped(pages, (all) => {
      const statuses = all.flatMap(({ StackResourceSummaries }) => StackResourceSummaries ?? [])
      const ready = statuses.filter(({ ResourceStatus }) =>
        /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(ResourceStatus ?? ''),
      )
      return { complete: ready.length, resources: statuses.length }
    })
  }

  return {
    async stack(name) {
      const stack = await lookUp(name)
      if (!stack.ok) return stack
      const { id, status, created, StackName, StackStatusReason, Parameters } = stack.value
      const failure = isSound(status) ? null : await firstFailure(id)
      if (failure !== null && !failure.ok) return failure
      const counted = await resources(id)
      return mapped(counted, (count) => ({
        id,
        name: StackName ?? name,
        status,
        statusReason: StackStatusReason ?? null,
        createdAt: created.toISOString(),
        parameters: Object.fromEntries(
          (Parameters ?? []).map((one) => [one.ParameterKey ?? '', one.ParameterValue ?? '']),
        ),
        firstFailure: failure === null ? null : failure.value,
        ...count,
      }))
    },

    async stackEvents(name) {
      const asked = await link.ask('cloudformation:DescribeStackEvents', async () => {
        const { sdk, client } = await cloudFormation()
        return client.send(new sdk.DescribeStackEventsCommand({ StackName: name }))
      })
      return mapped(asked, ({ StackEvents }) => lastOperation(StackEvents ?? []).map(eventFacts))
    },

    async templateSummary(url) {
      const asked = await link.ask('cloudformation:GetTemplateSummary', async () => {
        const { sdk, client } = await cloudFormation()
        return client.send(new sdk.GetTemplateSummaryCommand({ TemplateURL: url }))
      })
      return mapped(asked, ({ Description, ResourceTypes, Parameters, Capabilities }) => ({
        description: Description ?? '',
        resourceTypes: [...(ResourceTypes ?? [])].sort(),
        parameters: (Parameters ?? []).map(({ ParameterKey }) => ParameterKey ?? ''),
        capabilities: [...(Capabilities ?? [])],
      }))
    },

    async createStack({ name, template, parameters, capabilities, token }) {
      const made = await link.change('cloudformation:CreateStack', async () => {
        const { sdk, client } = await cloudFormation()
        const { StackId, $metadata } = await client.send(
          new sdk.CreateStackCommand({
            StackName: name,
            ...('url' in template ? { TemplateURL: template.url } : { TemplateBody: template.body }),
            Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
              ParameterKey,
              ParameterValue,
            })),
            Capabilities: capabilities as Capability[],
            ClientRequestToken: token,
          }),
        )
        if (StackId === undefined)
          throw named('UnexpectedReply', 'CloudFormation answered without the ID of the new stack.')
        return { id: StackId, $metadata }
      })
      return mapped(made, ({ id }) => ({ id }))
    },

    async deleteStack(nameOrId) {
      const deleted = await link.change('cloudformation:DeleteStack', async () => {
        const { sdk, client } = await cloudFormation()
        return client.send(new sdk.DeleteStackCommand({ StackName: nameOrId }))
      })
      return mapped(deleted, () => null)
    },
  }
}

type Capability = import('@aws-sdk/client-cloudformation').Capability

/** Nothing has failed in the operation that ended, or runs, like this. */
function isSound(status: string): boolean {
  return /^(?:CREATE|UPDATE|IMPORT|DELETE)_COMPLETE$/.test(status) || status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
}

/** The stack's own event that starts a creation, an update, an import or a deletion. */
function beginsOperation(event: StackEvent): boolean {
  return isStackItself(event) && /^(?:CREATE|UPDATE|IMPORT|DELETE)_IN_PROGRESS$/.test(event.ResourceStatus ?? '')
}

function isStackItself({ StackId, PhysicalResourceId }: StackEvent): boolean {
  return PhysicalResourceId !== undefined && PhysicalResourceId === StackId
}

/** Events of the last creation, update, import or deletion, its beginning among them. */
function lastOperation(newestFirst: readonly StackEvent[]): readonly StackEvent[] {
  const start = newestFirst.findIndex(beginsOperation)
  return start === -1 ? newestFirst : newestFirst.slice(0, start + 1)
}

function eventFacts(event: StackEvent): StackEventFacts {
  return {
    at: event.Timestamp?.toISOString() ?? '',
    resource: event.LogicalResourceId ?? '',
    type: event.ResourceType ?? '',
    status: event.ResourceStatus ?? '',
    reason: event.ResourceStatusReason ?? '',
  }
}

/** The oldest failure since the last operation began. What was cancelled because of it failed in its wake. */
function firstFailureOf(newestFirst: readonly StackEvent[]): FirstFailure {
  const failures = lastOperation(newestFirst).filter(
    (event) => event.ResourceStatus?.endsWith('_FAILED') === true && !isStackItself(event),
  )
  const cause =
    failures.findLast(({ ResourceStatusReason }) => !/cancelled/i.test(ResourceStatusReason ?? '')) ?? failures.at(-1)
  if (cause === undefined) return null
  return {
    resource: cause.LogicalResourceId ?? '',
    type: cause.ResourceType ?? '',
    reason: cause.ResourceStatusReason ?? '',
  }
}
