import { type CollectionTag, type Document, parseDocument, type ScalarTag } from 'yaml'
import { AwsFault } from '../http/fault.ts'

type Json = Readonly<Record<string, unknown>>

export type TemplateResource = {
  readonly logicalId: string
  readonly type: string
  readonly properties: Json
  /** Resources that have to stand before this one, from DependsOn and from references. */
  readonly after: readonly string[]
}

export type TemplateParameter = {
  readonly name: string
  readonly type: string
  readonly description?: string
  readonly default?: string
  readonly allowedPattern?: string
  readonly allowedValues?: readonly string[]
  readonly constraintDescription?: string
  readonly noEcho: boolean
}

export type Template = {
  readonly description?: string
  readonly parameters: readonly TemplateParameter[]
  /** In an order in which they can be created. */
  readonly resources: readonly TemplateResource[]
  readonly outputs: Json
}

const functions = `
  Ref Condition Base64 Cidr FindInMap GetAtt GetAZs If ImportValue Join Select Split
  Sub Transform And Equals Not Or ToJsonString Length
`
  .trim()
  .split(/\s+/)

const key = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`)

/** `!Sub x` is short for `{ "Fn::Sub": "x" }`, and `!GetAtt a.b` for a list of two. */
const tags: (ScalarTag | CollectionTag)[] = functions.flatMap((name) => [
  {
    tag: `!${name}`,
    resolve: (text: string) => ({ [key(name)]: name === 'GetAtt' ? splitOnce(text) : text }),
  } satisfies ScalarTag,
  { tag: `!${name}`, collection: 'seq', resolve: (node) => ({ [key(name)]: node.toJSON() }) } satisfies CollectionTag,
  { tag: `!${name}`, collection: 'map', resolve: (node) => ({ [key(name)]: node.toJSON() }) } satisfies CollectionTag,
])

function splitOnce(text: string): string[] {
  const dot = text.indexOf('.')
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)]
}

/** Reads a CloudFormation template in YAML or JSON. Throws ValidationError as CloudFormation words it. */
export function readTemplate(text: string): Template {
  const document = parseDocument(text, { customTags: tags, prettyErrors: false })
  const [error] = document.errors
  if (error) throw formatError(`YAML not well-formed. ${place(text, error.pos[0])}`)
  const root = plain(document)
  if (!isRecord(root)) throw formatError('unsupported structure.')
  if (root.AWSTemplateFormatVersion !== undefined && root.AWSTemplateFormatVersion !== '2010-09-09') {
    throw formatError('unsupported value for AWSTemplateFormatVersion.')
  }
  const resources = root.Resources
  if (!isRecord(resources) || Object.keys(resources).length === 0) {
    throw formatError('At least one Resources member must be defined.')
  }
  const parameters = Object.entries(record(root.Parameters)).map(readParameter)
  return {
    ...(typeof root.Description === 'string' && { description: root.Description }),
    parameters,
    resources: ordered(Object.entries(resources).map(readResource), new Set(parameters.map((one) => one.name))),
    outputs: record(root.Outputs),
  }
}

/** CloudFormation takes no aliases, and without them no small file can grow into a large one. */
function plain(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    throw formatError('YAML aliases are not allowed in CloudFormation templates')
  }
}

function readParameter([name, value]: [string, unknown]): TemplateParameter {
  const facts = record(value)
  const text = (member: string) => (facts[member] === undefined ? undefined : String(facts[member]))
  const [description, fallback] = [text('Description'), text('Default')]
  const [allowedPattern, constraintDescription] = [text('AllowedPattern'), text('ConstraintDescription')]
  return {
    name,
    type: text('Type') ?? 'String',
    noEcho: String(facts.NoEcho) === 'true',
    ...(description !== undefined && { description }),
    ...(fallback !== undefined && { default: fallback }),
    ...(allowedPattern !== undefined && { allowedPattern }),
    ...(constraintDescription !== undefined && { constraintDescription }),
    ...(Array.isArray(facts.AllowedValues) && { allowedValues: facts.AllowedValues.map(String) }),
  }
}

function readResource([logicalId, value]: [string, unknown]): TemplateResource {
  const facts = record(value)
  const type = facts.Type
  if (typeof type !== 'string') {
    throw formatError(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`)
  }
  const dependsOn = facts.DependsOn
  const named = (Array.isArray(dependsOn) ? dependsOn : dependsOn === undefined ? [] : [dependsOn]).map(String)
  const properties = record(facts.Properties)
  return { logicalId, type, properties, after: [...new Set([...named, ...references(properties)])] }
}

/** The names that a value refers to, pseudo parameters left out. */
function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'Ref') return String(inner).startsWith('AWS::') ? [] : [String(inner)]
    if (name === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : splitOnce(String(inner))[0])]
    if (name === 'Fn::Sub') return subReferences(inner)
    return references(inner)
  })
}

function subReferences(value: unknown): string[] {
  const [text, given] = Array.isArray(value) ? value : [value]
  const own = Object.keys(record(given))
  const used = [...String(text).matchAll(/\$\{([A-Za-z0-9.]+)\}/g)].map((match) => splitOnce(match[1] ?? '')[0] ?? '')
  return [...used.filter((name) => !own.includes(name)), ...references(given)]
}

function ordered(resources: TemplateResource[], parameters: ReadonlySet<string>): TemplateResource[] {
  const all = new Map(resources.map((one) => [one.logicalId, one]))
  const unknown = resources.flatMap((one) => one.after).filter((name) => !all.has(name) && !parameters.has(name))
  if (unknown.length > 0) {
    const names = [...new Set(unknown)].join(', ')
    throw formatError(`Unresolved resource dependencies [${names}] in the Resources block of the template`)
  }
  const done = new Set<string>()
  const result: TemplateResource[] = []
  while (result.length < resources.length) {
    const next = resources.find((one) => !done.has(one.logicalId) && one.after.every((n) => done.has(n) || !all.has(n)))
    if (!next) {
      const circle = resources.filter((one) => !done.has(one.logicalId)).map((one) => one.logicalId)
      throw new AwsFault('ValidationError', `Circular dependency between resources: [${circle.join(', ')}]`)
    }
    done.add(next.logicalId)
    result.push(next)
  }
  return result
}

function formatError(detail: string): AwsFault {
  return new AwsFault('ValidationError', `Template format error: ${detail}`)
}

function place(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return `(line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`
}

function record(value: unknown): Json {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
