import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, type OperationName } from '../../shared/contract/index.ts'
import { sampleInputs } from '../support/sample-inputs.ts'
import { type Side, transports } from '../support/transports.ts'

const names = Object.keys(contract) as OperationName[]

/** A value of another type than the one that stands there. */
function otherThan(value: unknown): unknown {
  return typeof value === 'object' ? 17 : {}
}

describe.each(transports)('over $name', ({ open }) => {
  async function refusalOf(side: Side, name: string, input: unknown) {
    const reply = JSON.parse(await side.send(name, JSON.stringify(input)))
    expect(side.reached()).toEqual([])
    expect(reply.ok).toBe(false)
    expect(reply.error.message).not.toBe('')
    expect(reply.error.remedy).not.toBe('')
    return reply.error
  }

  it('every operation takes its whole sample', async () => {
    await using side = await open()
    for (const name of names) await side.send(name, JSON.stringify(sampleInputs[name]))
    expect(side.reached()).toEqual(names)
  })

  it.each(names)('%s refuses a key that it does not know, and nothing is run', async (name) => {
    await using side = await open()
    const error = await refusalOf(side, name, { ...sampleInputs[name], unheardOf: 1 })
    expect(error).toMatchObject({ code: 'input.invalid', field: 'unheardOf' })
  })

  it.each(names)('%s refuses each of its values in another type, and names the field', async (name) => {
    await using side = await open()
    for (const [field, value] of Object.entries(sampleInputs[name])) {
      const error = await refusalOf(side, name, { ...sampleInputs[name], [field]: otherThan(value) })
      expect(error.code).toBe('input.invalid')
      expect(error.field?.split('.')[0]).toBe(field)
    }
  })

  it.each(names)('%s refuses an input that is no object', async (name) => {
    await using side = await open()
    for (const input of [null, [], 'text', 7, true]) {
      expect(await refusalOf(side, name, input)).toMatchObject({ code: 'input.invalid', field: null })
    }
  })

  it('an operation that is not declared is unknown, whatever objects have by themselves', async () => {
    await using side = await open()
    for (const name of [
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'case.erase',
    ]) {
      expect(await refusalOf(side, name, {})).toMatchObject({ code: 'operation.unknown', field: null })
    }
  })

  it('what is larger than 32 MiB is refused, and nothing is run', async () => {
    await using side = await open()
    const text = JSON.stringify({ case: 'x'.repeat(32 * 1024 * 1024) })
    expect(JSON.parse(await side.send('case.get', text)).error.code).toBe('input.too-large')
    expect(side.reached()).toEqual([])
  })
})

describe('the declared inputs', () => {
  it.each(names)('%s bounds every text and every list that it takes', (name) => {
    expect(unbounded(z.toJSONSchema(contract[name].input, { io: 'input' }), name)).toEqual([])
  })

  it('would be caught without a bound', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.string().max(1)), c: z.record(z.string(), z.null()) })
    expect(unbounded(z.toJSONSchema(schema), 'x')).toEqual(['x.a', 'x.b', 'x.c (names)'])
  })
})

/** Places of a schema where a caller could send text or entries without end. */
function unbounded(schema: z.core.JSONSchema.BaseSchema, path: string): string[] {
  const own: string[] = []
  const isText = schema.type === 'string' && schema.enum === undefined && schema.const === undefined
  if (isText && schema.maxLength === undefined && schema.pattern === undefined) own.push(path)
  if (schema.type === 'array' && schema.maxItems === undefined) own.push(path)
  const names = schema.propertyNames
  if (typeof names === 'object' && unbounded({ type: 'string', ...names }, path).length > 0) own.push(`${path} (names)`)
  const parts = [
    ...Object.entries(schema.properties ?? {}).map(([key, part]) => [`${path}.${key}`, part] as const),
    ...[schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].flat().map((part) => [path, part] as const),
  ]
  return [...own, ...parts.flatMap(([place, part]) => (typeof part === 'object' ? unbounded(part, place) : []))]
}
