import { AwsFault } from '../http/fault.ts'
import type { Form } from '../http/form.ts'
import type { Call } from '../http/service.ts'
import { createStack, findStack, type StackRequest } from '../world/stacks.ts'
import { readTemplate } from '../world/template.ts'
import { checkCapabilities } from './capabilities.ts'
import { stackParameters } from './parameters.ts'
import { templateText } from './template-source.ts'

const onFailures = ['ROLLBACK', 'DELETE', 'DO_NOTHING'] as const

/**
 * CreateStack: checks the whole request before anything is created. The same request with the same token gives the same
 * stack, so a client may retry after a lost answer.
 */
export function runCreateStack(form: Form, call: Call): { StackId: string } {
  const { world, caller, now } = call
  const name = stackName(form)
  const body = templateText(form, call)
  const template = readTemplate(body)
  const given = form.forms('Parameters').map((one) => ({
    key: one.get('ParameterKey') ?? '',
    value: one.get('ParameterValue') ?? '',
  }))
  const parameters = stackParameters(template, given)
  const capabilities = form.list('Capabilities')
  const token = form.get('ClientRequestToken')
  const request: StackRequest = {
    name,
    accountId: caller.accountId,
    callerArn: caller.arn,
    region: caller.region,
    templateBody: body,
    parameters,
    capabilities,
    tags: form.forms('Tags').map((tag) => ({ Key: tag.get('Key') ?? '', Value: tag.get('Value') ?? '' })),
    onFailure: onFailure(form),
    ...(token !== undefined && { token }),
  }
  const before = repeated(call, request)
  if (before !== undefined) return { StackId: before }
  if (findStack(world, caller, name)) throw new AwsFault('AlreadyExistsException', `Stack [${name}] already exists`)
  checkCapabilities(template, capabilities)
  return { StackId: createStack(world, request, template, now).id }
}

/** The stack that an earlier request with this token made. Throws when the token stood for something else. */
function repeated({ world, caller }: Call, request: StackRequest): string | undefined {
  if (request.token === undefined) return undefined
  const made = world.stacks.find(
    (stack) => stack.accountId === caller.accountId && stack.region === caller.region && stack.token === request.token,
  )
  if (!made) return undefined
  const same =
    made.name === request.name &&
    made.templateBody === request.templateBody &&
    JSON.stringify(made.parameters) === JSON.stringify(request.parameters)
  if (same) return made.id
  throw new AwsFault('TokenAlreadyExistsException', `A request with the token ${request.token} was made already`)
}

function stackName(form: Form): string {
  const name = form.get('StackName') ?? ''
  const rule =
    name.length > 128
      ? 'Member must have length less than or equal to 128'
      : 'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*'
  if (/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/.test(name)) return name
  const subject = `1 validation error detected: Value '${name}' at 'stackName'`
  throw new AwsFault('ValidationError', `${subject} failed to satisfy constraint: ${rule}`)
}

function onFailure(form: Form): StackRequest['onFailure'] {
  const [wish, disabled] = [form.get('OnFailure'), form.get('DisableRollback')]
  if (wish !== undefined && disabled !== undefined) {
    throw new AwsFault('ValidationError', 'You can specify either DisableRollback or OnFailure, but not both.')
  }
  if (disabled === 'true') return 'DO_NOTHING'
  return onFailures.find((one) => one === wish) ?? 'ROLLBACK'
}
