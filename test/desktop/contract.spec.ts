import { contract, type OperationName } from '../../shared/contract/index.ts'
import { sampleInputs } from '../support/sample-inputs.ts'
import { expect, test } from './support/stand-in.ts'

const names = Object.keys(contract) as OperationName[]

/** A value of another type than the one that stands there. */
const otherThan = (value: unknown) => (typeof value === 'object' ? 17 : {})

interface Told {
  readonly ok: boolean
  readonly error?: {
    readonly code: string
    readonly field: string | null
    readonly message: string
    readonly remedy: string
  }
}

test('the contract holds over IPC, from the page through the preload to the built host', async ({ desktop }) => {
  const page = await desktop.window()
  const send = async (calls: readonly (readonly [string, unknown])[]): Promise<Told[]> => {
    const replies = await page.evaluate(
      (all) => Promise.all(all.map(([name, text]) => window.casebook?.send(name, text))),
      calls.map(([name, input]) => [name, JSON.stringify(input)] as const),
    )
    return replies.map((reply) => JSON.parse(reply ?? 'null'))
  }

  const unknownKey = await send(names.map((name) => [name, { ...sampleInputs[name], unheardOf: 1 }]))
  for (const reply of unknownKey) expect(reply.error).toMatchObject({ code: 'input.invalid', field: 'unheardOf' })

  const fields = names.flatMap((name) => Object.keys(sampleInputs[name]).map((field) => [name, field] as const))
  const wrongTypes = await send(
    fields.map(([name, field]) => {
      const sample: Readonly<Record<string, unknown>> = sampleInputs[name]
      return [name, { ...sample, [field]: otherThan(sample[field]) }]
    }),
  )
  for (const [index, reply] of wrongTypes.entries()) {
    expect(reply.error?.code).toBe('input.invalid')
    expect(reply.error?.field?.split('.')[0]).toBe(fields[index]?.[1])
  }

  const noObjects = await send(
    names.flatMap((name) => [null, [], 'text', 7, true].map((input) => [name, input] as const)),
  )
  for (const reply of noObjects) {
    expect(reply.error).toMatchObject({ code: 'input.invalid', field: null })
    expect(reply.error?.message).not.toBe('')
    expect(reply.error?.remedy).not.toBe('')
  }

  const tooLarge = await page.evaluate(() =>
    window.casebook?.send('case.get', JSON.stringify({ case: 'x'.repeat(32 * 1024 * 1024) })),
  )
  expect(JSON.parse(tooLarge ?? 'null').error.code).toBe('input.too-large')
  expect((await send([['host.status', {}]]))[0]?.ok).toBe(true)
})
