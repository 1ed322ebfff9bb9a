import type { XmlElement } from '../../../electron/practice/http/xml-reader.ts'
import { readXml } from '../../../electron/practice/http/xml-reader.ts'
import type { RecordedReply } from './recorder.ts'
import type { Shape } from './shape.ts'

type Structure = Extract<Shape, { kind: 'structure' }>
type Scalar = Extract<Shape, { kind: 'scalar' }>

/** What is wrong with a successful answer by its model; nothing when it fits. `strict` counts unknown members too. */
export function problemsOf(reply: RecordedReply, output: Shape, strict: boolean): string[] {
  const { service, operation, headers, body } = reply
  const at = `${service}.${operation}`
  if (output.kind !== 'structure') return [`${at}: the model's output is no structure`]
  const foreign = Object.keys(headers).filter((name) => name.startsWith('x-amz-') && !isKnownHeader(name, output))
  const problems = strict ? foreign.map((name) => `${at}: header ${name} is unknown`) : []
  // Its answer is the bare constraint, which every client reads by a rule of its own.
  if (output.payload || operation === 'GetBucketLocation') return problems
  if (headers['content-type']?.includes('json')) {
    return [...problems, ...checkJson(output, JSON.parse(body), at, strict)]
  }
  if (body === '') return problems
  const root = readXml(body)
  if (!root) return [...problems, `${at}: the body is no XML`]
  const result = service === 's3' ? root : root.children.find((one) => one.name === `${operation}Result`)
  return [...problems, ...(result ? checkXml(output, [result], at, strict) : [])]
}

/** S3 adds these to its answers without their being in any model. */
const everywhere = ['x-amz-request-id', 'x-amz-id-2', 'x-amz-bucket-region']

function isKnownHeader(name: string, { headers }: Structure): boolean {
  return everywhere.includes(name) || headers.has(name) || name.startsWith('x-amz-meta-')
}

function checkJson(shape: Shape, value: unknown, at: string, strict: boolean): string[] {
  if (value === null || value === undefined) return [`${at}: has no value`]
  if (shape.kind === 'scalar') return checkScalar(shape, value, at)
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) return [`${at}: is no list`]
    return value.flatMap((item, index) => checkJson(shape.of(), item, `${at}[${index}]`, strict))
  }
  if (typeof value !== 'object' || Array.isArray(value)) return [`${at}: is no object`]
  if (shape.kind === 'map') {
    return Object.entries(value).flatMap(([key, item]) => checkJson(shape.of(), item, `${at}.${key}`, strict))
  }
  const given = Object.entries(value)
  return [
    ...missing(
      shape,
      given.map(([name]) => name),
      at,
    ),
    ...given.flatMap(([name, item]) => {
      const member = shape.members.get(name)
      if (member) return checkJson(member.shape(), item, `${at}.${name}`, strict)
      return strict ? [`${at}: member ${name} is unknown`] : []
    }),
  ]
}

/** A value may be several elements: a flattened list repeats its own name. */
function checkXml(shape: Shape, elements: readonly XmlElement[], at: string, strict: boolean): string[] {
  const [first] = elements
  if (!first) return []
  if (shape.kind === 'scalar') {
    const extra = elements.length > 1 || first.children.length > 0
    return extra ? [`${at}: is more than a text`] : checkScalar(shape, asTyped(shape, first.text), at)
  }
  if (shape.kind === 'map') return [`${at}: maps are not simulated in XML`]
  if (shape.kind === 'list') {
    return elements.flatMap((list) =>
      list.children.flatMap((item, index) => {
        if (item.name !== shape.item) return [`${at}: ${item.name} instead of ${shape.item}`]
        return checkXml(shape.of(), [item], `${at}[${index}]`, strict)
      }),
    )
  }
  const names = [...new Set(first.children.map((child) => child.name))]
  return [
    ...missing(shape, names, at),
    ...names.flatMap((name) => {
      const member = shape.members.get(name)
      if (!member) return strict ? [`${at}: member ${name} is unknown`] : []
      const own = first.children.filter((child) => child.name === name)
      const inner = member.shape()
      if (inner.kind !== 'list' || !member.flattened) return checkXml(inner, own, `${at}.${name}`, strict)
      return own.flatMap((item, index) => checkXml(inner.of(), [item], `${at}.${name}[${index}]`, strict))
    }),
  ]
}

function missing(shape: Structure, names: readonly string[], at: string): string[] {
  const lacking = [...shape.members].filter(([name, { required }]) => required && !names.includes(name))
  return lacking.map(([name]) => `${at}: required member ${name} is missing`)
}

function asTyped({ type }: Scalar, text: string): unknown {
  if (type === 'number') return text === '' ? Number.NaN : Number(text)
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

function checkScalar(
  { type, values, pattern, min, max, timestampFormat }: Scalar,
  value: unknown,
  at: string,
): string[] {
  const shown = JSON.stringify(value)
  if (type === 'any') return []
  if (type === 'timestamp') {
    const epoch = typeof value === 'number' && timestampFormat !== 'iso8601'
    return epoch || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))
      ? []
      : [`${at}: ${shown} is no time`]
  }
  if (type === 'boolean') return typeof value === 'boolean' ? [] : [`${at}: ${shown} is no boolean`]
  if (type === 'number' && !Number.isFinite(value)) return [`${at}: ${shown} is no number`]
  if (type === 'text' && typeof value !== 'string') return [`${at}: ${shown} is no text`]
  const measure = typeof value === 'string' ? value.length : Number(value)
  if (measure < (min ?? measure) || measure > (max ?? measure)) return [`${at}: ${shown} is out of bounds`]
  if (values && !values.includes(String(value))) return [`${at}: ${shown} is none of ${values.join(', ')}`]
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'su').test(String(value))) return [`${at}: ${shown} is not ${pattern}`]
  return []
}
