import { describe, expect, it } from 'vitest'
import { createAwsGateway, createPracticeGateway } from '../../../electron/aws/gateway.ts'
import type { Patience } from '../../../electron/aws/transport.ts'
import { awsHome } from '../../support/aws-home.ts'
import { closedPort, reply, smallServer } from '../../support/small-server.ts'

const target = { profile: null, region: 'us-east-1', partition: 'aws', accountId: '123456789012' } as const

function practice(endpoint: string, patience: Partial<Patience> = {}) {
  return createPracticeGateway({ endpoint, patience: { attempts: 1, ...patience } }).session(target)
}

describe('a connection', () => {
  it('that nobody takes is offline', async () => {
    const asked = await practice(await closedPort()).identity()
    expect(asked).toMatchObject({ ok: false, fault: { kind: 'offline', code: 'ECONNREFUSED' } })
  })

  it('to a name that does not exist is offline', async () => {
    const asked = await practice('http://no-such-host.invalid').identity()
    expect(asked).toMatchObject({
      ok: false,
      fault: { kind: 'offline', code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) },
    })
  })

  it('that breaks before the answer is offline', async () => {
    const { url } = await smallServer((_request, response) => response.destroy())
    expect(await practice(url).identity()).toMatchObject({ ok: false, fault: { kind: 'offline', code: 'ECONNRESET' } })
  })

  it('on which no answer comes is a time-out', async () => {
    const { url } = await smallServer(() => undefined)
    const asked = await practice(url, { answer: 60 }).identity()
    expect(asked).toMatchObject({ ok: false, fault: { kind: 'timeout' } })
  })

  it('on which the answer stops half way is a time-out', async () => {
    const { url } = await smallServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/xml', 'content-length': 1_000 })
      response.write('<GetCallerIdentityResponse>')
    })
    const asked = await practice(url, { idle: 60 }).identity()
    expect(asked).toMatchObject({ ok: false, fault: { kind: 'timeout' } })
  })

  it('is tried again after a 503, for every generation of client', async () => {
    const { url, seen } = await smallServer((request, response, index) => {
      const json = request.headers['x-amz-target'] !== undefined
      if (index % 2 === 0 && json) reply.json(response, { __type: 'ServiceUnavailable' }, 503)
      else if (index % 2 === 0) reply.xml(response, '<html>try later</html>', 503)
      else if (json) reply.json(response, { ReportDefinitions: [] })
      else reply.caller(response)
    })
    const session = practice(url, { attempts: 3 })
    expect(await session.identity()).toMatchObject({ ok: true })
    expect(await session.reports()).toMatchObject({ ok: true, value: [] })
    expect(seen).toHaveLength(4)
  })

  it('that is throttled to the last attempt says so, with the request ID', async () => {
    const { url, seen } = await smallServer((_request, response) =>
      reply.queryError(response, 'Throttling', 'Rate exceeded', 400),
    )
    const asked = await practice(url, { attempts: 2 }).stack('crawler')
    expect(asked).toEqual({
      ok: false,
      fault: {
        kind: 'throttled',
        code: 'Throttling',
        message: 'Rate exceeded',
        action: 'cloudformation:DescribeStacks',
        requestId: 'REQ-XML',
      },
    })
    expect(seen).toHaveLength(2)
  })
})

describe('a proxy of the environment', () => {
  it('is taken for plain HTTP', async () => {
    const proxy = await smallServer((_request, response) => reply.caller(response))
    awsHome({
      env: {
        HTTP_PROXY: proxy.url,
        AWS_ENDPOINT_URL: 'http://aws.invalid:8080',
        AWS_ACCESS_KEY_ID: 'ENVKEY',
        AWS_SECRET_ACCESS_KEY: 'secret',
      },
    })
    const asked = await createAwsGateway({ patience: { attempts: 1 } })
      .session(target)
      .identity()
    expect(asked).toMatchObject({ ok: true, value: { endpoint: 'aws.invalid:8080', simulated: false } })
    expect(proxy.seen[0]?.url).toBe('http://aws.invalid:8080/')
  })

  it('is asked for a tunnel to AWS itself, and its refusal is offline', async () => {
    const proxy = await smallServer(() => undefined)
    const tunnels: (string | undefined)[] = []
    proxy.server.on('connect', ({ url }, socket) => {
      tunnels.push(url)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    awsHome({ env: { HTTPS_PROXY: proxy.url, AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'secret' } })
    const asked = await createAwsGateway({ patience: { attempts: 1 } })
      .session(target)
      .reports()
    expect(tunnels).toEqual(['cur.us-east-1.amazonaws.com:443'])
    expect(asked).toMatchObject({ ok: false, fault: { kind: 'offline', code: 'ERR_PROXY_TUNNEL' } })
  })

  it.each([
    [
      'aws',
      'eu-central-1',
      [
        'sts.eu-central-1.amazonaws.com:443',
        'cur.us-east-1.amazonaws.com:443',
        'bcm-data-exports.us-east-1.api.aws:443',
        'acme-cur.s3.eu-central-1.amazonaws.com:443',
        'cloudformation.eu-central-1.amazonaws.com:443',
        'glue.eu-central-1.amazonaws.com:443',
        'lambda.eu-central-1.amazonaws.com:443',
      ],
    ],
    [
      'aws-cn',
      'cn-north-1',
      [
        'sts.cn-north-1.amazonaws.com.cn:443',
        'cur.cn-northwest-1.amazonaws.com.cn:443',
        'bcm-data-exports.cn-northwest-1.api.amazonwebservices.com.cn:443',
        'acme-cur.s3.cn-north-1.amazonaws.com.cn:443',
        'cloudformation.cn-north-1.amazonaws.com.cn:443',
        'glue.cn-north-1.amazonaws.com.cn:443',
        'lambda.cn-north-1.amazonaws.com.cn:443',
      ],
    ],
  ] as const)('sees the hosts that AWS itself has in partition %s', async (partition, region, hosts) => {
    const proxy = await smallServer(() => undefined)
    const tunnels: (string | undefined)[] = []
    proxy.server.on('connect', ({ url }, socket) => {
      tunnels.push(url)
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
    awsHome({ env: { HTTPS_PROXY: proxy.url, AWS_ACCESS_KEY_ID: 'ENVKEY', AWS_SECRET_ACCESS_KEY: 'secret' } })
    const session = createAwsGateway({ patience: { attempts: 1 } }).session({ ...target, partition, region })
    await session.identity()
    await session.reports()
    await session.dataExports('acme-cur')
    await session.headObject('acme-cur', 'k', target.accountId)
    await session.stack('s')
    await session.crawler('c')
    await session.concurrency()
    expect(tunnels).toEqual(hosts)
  })

  it('is passed by for a host that NO_PROXY names', async () => {
    const proxy = await smallServer((_request, response) => response.destroy())
    const aws = await smallServer((_request, response) => reply.caller(response))
    awsHome({
      env: {
        HTTP_PROXY: proxy.url,
        NO_PROXY: '127.0.0.1',
        AWS_ENDPOINT_URL: aws.url,
        AWS_ACCESS_KEY_ID: 'ENVKEY',
        AWS_SECRET_ACCESS_KEY: 'secret',
      },
    })
    const asked = await createAwsGateway({ patience: { attempts: 1 } })
      .session(target)
      .identity()
    expect(asked).toMatchObject({ ok: true, value: { endpoint: aws.host } })
    expect(proxy.seen).toHaveLength(0)
  })

  it('never stands between the app and the practice AWS', async () => {
    const proxy = await smallServer((_request, response) => response.destroy())
    const aws = await smallServer((_request, response) => reply.caller(response))
    awsHome({ env: { HTTP_PROXY: proxy.url, http_proxy: proxy.url } })
    expect(await practice(aws.url).identity()).toMatchObject({ ok: true })
    expect(proxy.seen).toHaveLength(0)
  })
})
