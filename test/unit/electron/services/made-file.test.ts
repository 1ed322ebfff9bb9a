import { expect, it } from 'vitest'
import type { Context } from '../../../../electron/services/context.ts'
import { handOut } from '../../../../electron/services/made-file.ts'

const written: string[] = []
const outbox = {
  defaultFolder: () => '/out',
  writeFolder: async () => ({ path: '' }),
  writeFile: async (folder: string, { name }: { name: string }) => {
    written.push(name)
    return { path: `${folder}/${name}` }
  },
}
const context = { ports: { outbox } } as unknown as Context
const made = { name: 'casebook.json', mediaType: 'application/json', count: 3 }

it('what is too much for one answer is refused, and written all the same where a file was asked for', async () => {
  const bytes = new Uint8Array(200_000_001)
  await expect(handOut(context, { ...made, bytes }, undefined)).rejects.toMatchObject({
    refusal: { code: 'export.too-large', params: { megabytes: 201 } },
  })
  const out = { folder: '/there', name: 'all.json' }
  expect(await handOut(context, { ...made, bytes }, out)).toEqual({
    name: 'all.json',
    mediaType: 'application/json',
    count: 3,
    path: '/there/all.json',
    base64: null,
  })
  expect(written).toEqual(['all.json'])
})

it('what fits is handed over', async () => {
  const handed = await handOut(context, { ...made, bytes: new TextEncoder().encode('{}') }, undefined)
  expect(handed).toEqual({ ...made, path: null, base64: 'e30=' })
})
