import { expect, test } from 'vitest'
import { bridgeTransport } from '../../../../renderer/client/bridge-transport.ts'
import { createClient } from '../../../../renderer/client/client.ts'
import type { ChangeEvent } from '../../../../shared/contract/index.ts'

test('the bridge carries the same JSON text both ways, and its events until nobody listens', async () => {
  const sent: string[] = []
  let listener: ((json: string) => void) | null = null
  const client = createClient(
    bridgeTransport({
      send: async (name, inputJson) => {
        sent.push(`${name} ${inputJson}`)
        return '{"ok":true,"value":{"profiles":[]}}'
      },
      onChange: (given) => {
        listener = given
        return () => {
          listener = null
        }
      },
    }),
  )
  expect(await client.send('profile.list', {})).toEqual({ profiles: [] })
  expect(sent).toEqual(['profile.list {}'])

  const events: ChangeEvent[] = []
  const links: string[] = []
  const stop = client.listen({ change: (e) => events.push(e), link: (l) => links.push(l) })
  const say = (json: string) => listener?.(json)
  say('{"topic":"settings","sequence":3,"ids":[]}')
  stop()
  say('{"topic":"settings","sequence":4,"ids":[]}')
  expect(events.map((e) => e.sequence)).toEqual([3])
  expect(links).toEqual(['up'])
})

test('a bridge that breaks is the host not answering', async () => {
  const client = createClient(
    bridgeTransport({ send: () => Promise.reject(new Error('object destroyed')), onChange: () => () => {} }),
  )
  await expect(client.send('profile.list', {})).rejects.toMatchObject({ code: 'client.offline' })
})
