import * as dataExports from '@aws-sdk/client-bcm-data-exports'
import * as cloudFormation from '@aws-sdk/client-cloudformation'
import * as glue from '@aws-sdk/client-glue'
import * as lambda from '@aws-sdk/client-lambda'
import * as organizations from '@aws-sdk/client-organizations'
import * as s3 from '@aws-sdk/client-s3'
import * as sts from '@aws-sdk/client-sts'
import type { Member, ServiceModels, Shape } from './shape.ts'

/** The report client is too old to carry its model. */
const packages: Record<string, Readonly<Record<string, unknown>> | undefined> = {
  'bcm-data-exports': dataExports,
  cloudformation: cloudFormation,
  glue,
  lambda,
  organizations,
  s3,
  sts,
}

/**
 * The models inside the SDK's packages, in its compact form: an array that begins with its kind (0 simple, 1 list, 2 map,
 * 3 structure, 9 operation), namespace, name and traits; a number for a plain type; a pair of type and traits.
 */
export const sdkModels: ServiceModels = {
  complete: true,
  output(service, operation) {
    const declared = packages[service]?.[`${operation}$`]
    if (!Array.isArray(declared) || declared[0] !== kinds.operation) return undefined
    const shape = shapeOf(declared[5])
    // An operation without an answer is declared with a unit in its place.
    return shape.kind === 'structure' ? shape : structure()
  },
  errors: () => undefined,
}

type Traits = Readonly<Record<string, unknown>>

const kinds = { list: 1, map: 2, structure: 3, operation: 9 }
const listOf = 64
const mapOf = 128

function shapeOf(reference: unknown): Shape {
  const { type } = unwrap(reference)
  if (typeof type === 'number') return plainShape(type)
  if (!Array.isArray(type)) return any
  const [kind, , , , first, second] = type
  if (kind === kinds.structure) return structure(first, second)
  if (kind === kinds.list) return { kind: 'list', of: () => shapeOf(first), item: itemName(first) }
  if (kind === kinds.map) return { kind: 'map', of: () => shapeOf(second) }
  return kind === 0 && typeof first === 'number' ? plainShape(first) : any
}

const any: Shape = { kind: 'scalar', type: 'any' }

function plainShape(code: number): Shape {
  if (code & listOf) return { kind: 'list', of: () => plainShape(code & ~listOf), item: 'member' }
  if (code & mapOf) return { kind: 'map', of: () => plainShape(code & ~mapOf) }
  if (code === 0) return { kind: 'scalar', type: 'text' }
  if (code === 1) return { kind: 'scalar', type: 'number' }
  if (code === 2) return { kind: 'scalar', type: 'boolean' }
  if (code === 5) return { kind: 'scalar', type: 'timestamp', timestampFormat: 'iso8601' }
  return code >= 4 && code <= 7 ? { kind: 'scalar', type: 'timestamp' } : any
}

function structure(names: readonly string[] = [], references: readonly unknown[] = []): Shape {
  const members = new Map<string, Member>()
  const headers = new Set<string>()
  let payload = false
  names.forEach((name, index) => {
    const reference = references[index]
    const { traits } = unwrap(reference)
    if (traits.httpHeader) headers.add(String(traits.httpHeader).toLowerCase())
    else if (traits.httpPayload) payload = true
    else if (!traits.httpPrefixHeaders) {
      const wire = typeof traits.xmlName === 'string' ? traits.xmlName : name
      members.set(wire, {
        shape: () => shapeOf(reference),
        required: false,
        flattened: Boolean(traits.xmlFlattened),
      })
    }
  })
  return { kind: 'structure', members, headers, payload }
}

function itemName(reference: unknown): string {
  const { xmlName } = unwrap(reference).traits
  return typeof xmlName === 'string' ? xmlName : 'member'
}

/** Follows functions, which stand for later declarations, and splits a pair into type and traits. */
function unwrap(reference: unknown): { type: unknown; traits: Traits } {
  if (typeof reference === 'function') return unwrap(reference())
  if (Array.isArray(reference) && !(typeof reference[0] === 'number' && typeof reference[1] === 'string')) {
    const inner = unwrap(reference[0])
    return { type: inner.type, traits: { ...inner.traits, ...traitsOf(reference[1]) } }
  }
  return { type: reference, traits: {} }
}

/** Traits come as an object, or as bits of which the fifth marks the payload. */
function traitsOf(value: unknown): Traits {
  if (typeof value === 'number') return value & 16 ? { httpPayload: 1 } : {}
  return typeof value === 'object' && value !== null ? (value as Traits) : {}
}
