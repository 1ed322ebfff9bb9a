import { AwsFault } from '../http/fault.ts'
import type { Parameter } from '../world/stacks.ts'
import type { Template, TemplateParameter } from '../world/template.ts'

/** The values of a stack's parameters, defaults filled in. Throws ValidationError as CloudFormation words it. */
export function stackParameters(template: Template, given: readonly Parameter[]): Parameter[] {
  const known = new Set(template.parameters.map((one) => one.name))
  const unknown = given.filter((one) => !known.has(one.key)).map((one) => one.key)
  if (unknown.length > 0) throw invalid(`Parameters: [${unknown.join(', ')}] do not exist in the template`)
  const values = template.parameters.map((parameter) => ({
    parameter,
    value: given.find((one) => one.key === parameter.name)?.value ?? parameter.default,
  }))
  const missing = values.filter(({ value }) => value === undefined).map(({ parameter }) => parameter.name)
  if (missing.length > 0) throw invalid(`Parameters: [${missing.join(', ')}] must have values`)
  return values.map(({ parameter, value = '' }) => {
    check(parameter, value)
    return { key: parameter.name, value }
  })
}

function check({ name, allowedPattern, allowedValues, constraintDescription }: TemplateParameter, value: string): void {
  if (allowedValues !== undefined && !allowedValues.includes(value)) {
    throw invalid(`Parameter '${name}' must be one of AllowedValues`)
  }
  if (allowedPattern === undefined || new RegExp(`^(?:${allowedPattern})$`).test(value)) return
  const reason = constraintDescription ?? `must match pattern ${allowedPattern}`
  throw invalid(
    `Parameter '${name}' ${constraintDescription === undefined ? '' : 'failed to satisfy constraint: '}${reason}`,
  )
}

function invalid(message: string): AwsFault {
  return new AwsFault('ValidationError', message)
}
