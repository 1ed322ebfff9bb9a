import { Agent } from 'node:http'
import { expect, it } from 'vitest'
import { startHeadless } from '../../../electron/headless/server.ts'
import { status } from '../../support/desk.ts'
import { scripted, testHost } from '../../support/headless.ts'

it('lets a running operation end and answers it, while it takes no new one', async () => {
  const started = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<typeof status>()
  await using host = await testHost({
    'host.status': () => {
      started.resolve()
      return answer.promise
    },
  })
  const cookie = await host.enter()
  const agent = new Agent({ keepAlive: true })
  const running = host.ask('/rpc/host.status', scripted(host, cookie, { agent }))
  await started.promise
  const closed = host.host.close()
  await expect(host.ask('/', { headers: { cookie } })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  answer.resolve(status)
  // Told to go, because the client would keep its connection, and the host would wait for it.
  expect(await running).toMatchObject({ status: 200, headers: { connection: 'close' } })
  await closed
})

it('does not wait for ever: what still runs after the time for it is cut', async () => {
  const started = Promise.withResolvers<void>()
  await using host = await testHost(
    {
      'host.status': () => {
        started.resolve()
        return new Promise(() => {})
      },
    },
    { drain: 20 },
  )
  const running = host.ask('/rpc/host.status', scripted(host, await host.enter())).catch((error) => error.code)
  await started.promise
  await host.host.close()
  expect(await running).toBe('ECONNRESET')
})

it('does not wait for a client that keeps its connection open', async () => {
  await using host = await testHost()
  const agent = new Agent({ keepAlive: true })
  await host.ask('/', { agent })
  await host.host.close()
  agent.destroy()
  await expect(host.ask('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

it('refuses a port that is taken', async () => {
  await using host = await testHost()
  const { desk, changes, log, port } = host
  await expect(startHeadless({ desk, changes, log, port, assets: { at: () => undefined } })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})
