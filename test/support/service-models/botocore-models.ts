import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Member, ServiceModels, Shape } from './shape.ts'

type ModelShape = {
  readonly type: string
  readonly members?: Readonly<Record<string, ModelMember>>
  readonly member?: ModelMember
  readonly value?: ModelMember
  readonly required?: readonly string[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly min?: number
  readonly max?: number
  readonly flattened?: boolean
  readonly payload?: string
  readonly timestampFormat?: string
  readonly error?: { readonly code?: string }
}
type ModelMember = {
  readonly shape: string
  readonly locationName?: string
  readonly location?: string
  readonly flattened?: boolean
}
type Model = {
  readonly operations: Readonly<
    Record<
      string,
      { readonly output?: { readonly shape: string }; readonly errors?: readonly { readonly shape: string }[] }
    >
  >
  readonly shapes: Readonly<Record<string, ModelShape>>
}

/** The models that botocore ships, in Python's own packages or inside the command line; or why there are none. */
export function botocoreModels(): ServiceModels | { missing: string } {
  const folder = dataFolder()
  if (folder === undefined) return { missing: 'no botocore on this machine' }
  const models = new Map<string, Model | undefined>()
  const modelOf = (service: string) => {
    if (!models.has(service)) models.set(service, readModel(join(folder, service)))
    return models.get(service)
  }
  return {
    complete: modelOf('s3')?.shapes.ChecksumType !== undefined,
    output(service, operation) {
      const model = modelOf(service)
      if (!model) return undefined
      const output = model.operations[operation]?.output
      return output
        ? shapeOf(model, output.shape)
        : { kind: 'structure', members: new Map(), headers: new Set(), payload: false }
    },
    errors(service, operation) {
      const model = modelOf(service)
      return model?.operations[operation]?.errors?.map(({ shape }) => model.shapes[shape]?.error?.code ?? shape)
    },
  }
}

function dataFolder(): string | undefined {
  const ask = (name: string) => {
    try {
      const code = `import ${name} as b, os; print(os.path.join(os.path.dirname(b.__file__), "data"))`
      return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: 'pipe', timeout: 30_000 }).trim()
    } catch {
      return undefined
    }
  }
  const debian = '/usr/lib/python3/dist-packages'
  const known = [join(debian, 'botocore/data'), join(debian, 'awscli/botocore/data')]
  return ask('botocore') ?? ask('awscli.botocore') ?? known.find((folder) => existsSync(folder))
}

function readModel(folder: string): Model | undefined {
  const version = existsSync(folder) ? readdirSync(folder).sort().at(-1) : undefined
  if (version === undefined) return undefined
  const path = join(folder, version, 'service-2.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  return JSON.parse(gunzipSync(readFileSync(`${path}.gz`)).toString())
}

function shapeOf(model: Model, name: string): Shape {
  const shape = model.shapes[name]
  if (!shape) return { kind: 'scalar', type: 'any' }
  const { type, member, value } = shape
  if (type === 'structure') return structure(model, shape)
  if (type === 'list' && member) {
    return { kind: 'list', of: () => shapeOf(model, member.shape), item: member.locationName ?? 'member' }
  }
  if (type === 'map' && value) return { kind: 'map', of: () => shapeOf(model, value.shape) }
  return {
    kind: 'scalar',
    type: scalarTypes[type] ?? 'any',
    ...(shape.enum && { values: shape.enum }),
    ...(shape.pattern !== undefined && compiles(shape.pattern) && { pattern: shape.pattern }),
    ...(shape.min !== undefined && { min: shape.min }),
    ...(shape.max !== undefined && { max: shape.max }),
    ...(shape.timestampFormat !== undefined && { timestampFormat: shape.timestampFormat }),
  }
}

const scalarTypes: Record<string, 'text' | 'number' | 'boolean' | 'timestamp' | undefined> = {
  string: 'text',
  integer: 'number',
  long: 'number',
  float: 'number',
  double: 'number',
  boolean: 'boolean',
  timestamp: 'timestamp',
}

function structure(model: Model, shape: ModelShape): Shape {
  const members = new Map<string, Member>()
  const headers = new Set<string>()
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    if (member.location === 'header') headers.add((member.locationName ?? name).toLowerCase())
    if (member.location !== undefined) continue
    members.set(member.locationName ?? name, {
      shape: () => shapeOf(model, member.shape),
      required: shape.required?.includes(name) === true,
      flattened: (member.flattened ?? model.shapes[member.shape]?.flattened) === true,
    })
  }
  return { kind: 'structure', members, headers, payload: shape.payload !== undefined }
}

/** Some patterns are written for other engines. */
function compiles(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'su') !== undefined
  } catch {
    return false
  }
}
