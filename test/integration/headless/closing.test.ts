import { Agent, get } from 'node:http'
import { expect, it } from 'vitest'
import { startHeadless } from '../../../electron/headless/server.ts'
import { status } from '../../support/desk.ts'
import { scripted, testHost } from '../../support/headless.ts'

/** A promise that the test settles. */
function held<T>() {
  let release: (value: T) => void = () => {}
  const promise = new Promise<T>((resolve) => {
    release = resolve
  })
  return { promise, release }
}

it('lets a running operation end and answers it, while it takes no new one', async () => {
  const started = held<void>()
  const answer = held<typeof status>()
  await using host = await testHost({
    'host.status': () => {
      started.release()
      return answer.promise
    },
  })
  const cookie = await host.enter()
  const running = host.ask('/rpc/host.status', scripted(host, cookie))
  await started.promise
  const closed = host.host.close()
  await expect(host.ask('/', { headers: { cookie } })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  answer.release(status)
  expect((await running).status).toBe(200)
  await closed
})

it('does not wait for ever: what still runs after the time for it is cut', async () => {
  const started = held<void>()
  await using host = await testHost(
    {
      'host.status': () => {
        started.release()
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
  await new Promise<void>((resolve, reject) => {
    get({ host: '127.0.0.1', port: host.port, path: '/', agent }, (response) =>
      response.resume().on('end', resolve),
    ).on('error', reject)
  })
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
