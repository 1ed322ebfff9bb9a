import { describe, expect, it } from 'vitest'
import { createPracticeGateway } from '../../../electron/aws/gateway.ts'
import { reply, smallServer } from '../../support/small-server.ts'

function session(endpoint: string) {
  return createPracticeGateway({ endpoint, patience: { attempts: 1 } }).session({
    profile: null,
    region: 'eu-central-1',
    partition: 'aws',
    accountId: '123456789012',
  })
}

function definition(name: string, more: object = {}) {
  return {
    ReportName: name,
    TimeUnit: 'HOURLY',
    Format: 'Parquet',
    Compression: 'Parquet',
    AdditionalSchemaElements: ['RESOURCES'],
    S3Bucket: 'acme-cur',
    S3Prefix: 'spotinst_eco',
    S3Region: 'us-east-1',
    AdditionalArtifacts: ['ATHENA'],
    RefreshClosedReports: true,
    ReportVersioning: 'OVERWRITE_REPORT',
    BillingViewArn: 'arn:aws:billing::123456789012:billingview/primary',
    ...more,
  }
}

describe('report definitions', () => {
  it('are read with the status that the client package does not know of', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, {
        ReportDefinitions: [
          definition('spotinst-cur-report', {
            ReportStatus: { lastDelivery: '20261115T081027Z', lastStatus: 'SUCCESS' },
          }),
          definition('denied', { ReportStatus: { lastStatus: 'ERROR_PERMISSIONS' } }),
        ],
      }),
    )
    expect(await session(url).reports()).toMatchObject({
      ok: true,
      requestId: 'REQ-JSON',
      value: [
        {
          name: 'spotinst-cur-report',
          timeUnit: 'HOURLY',
          format: 'Parquet',
          compression: 'Parquet',
          schemaElements: ['RESOURCES'],
          bucket: 'acme-cur',
          prefix: 'spotinst_eco',
          region: 'us-east-1',
          artifacts: ['ATHENA'],
          refreshClosedReports: true,
          versioning: 'OVERWRITE_REPORT',
          lastDelivery: '2026-11-15T08:10:27.000Z',
          lastStatus: 'SUCCESS',
        },
        { name: 'denied', lastDelivery: null, lastStatus: 'ERROR_PERMISSIONS' },
      ],
    })
  })

  it('of every page are read', async () => {
    const { url, seen } = await smallServer((request, response) => {
      const page = Number((JSON.parse(request.body) as { NextToken?: string }).NextToken ?? '0')
      const names = Array.from({ length: 5 }, (_, index) => definition(`report-${page * 5 + index}`))
      reply.json(response, { ReportDefinitions: names, ...(page < 2 && { NextToken: String(page + 1) }) })
    })
    const asked = await session(url).reports()
    expect(asked.ok && asked.value.map(({ name }) => name)).toEqual(Array.from({ length: 15 }, (_, i) => `report-${i}`))
    expect(seen).toHaveLength(3)
  })

  it('may lack what an old definition never had', async () => {
    const { AdditionalArtifacts, RefreshClosedReports, ReportVersioning, AdditionalSchemaElements, ...old } =
      definition('old')
    const { url } = await smallServer((_request, response) => reply.json(response, { ReportDefinitions: [old] }))
    expect(await session(url).reports()).toMatchObject({
      ok: true,
      value: [{ artifacts: [], schemaElements: [], refreshClosedReports: false, versioning: 'CREATE_NEW_REPORT' }],
    })
  })

  it('of an account without any are none', async () => {
    const { url } = await smallServer((_request, response) => reply.json(response, {}))
    expect(await session(url).reports()).toMatchObject({ ok: true, value: [] })
  })

  it.each([
    ['no bucket', { S3Bucket: undefined }],
    ['a delivery that is no time', { ReportStatus: { lastDelivery: 'yesterday' } }],
  ])('with %s are no definitions', async (_what, more) => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, { ReportDefinitions: [definition('r', more)] }),
    )
    expect(await session(url).reports()).toMatchObject({ ok: false, fault: { kind: 'other', code: 'UnexpectedReply' } })
  })

  it('that fail on a later page are not half a list', async () => {
    const { url } = await smallServer((_request, response, index) => {
      if (index === 0) reply.json(response, { ReportDefinitions: [definition('r')], NextToken: 'more' })
      else reply.json(response, { __type: 'com.amazonaws#AccessDeniedException', Message: 'not allowed' }, 400)
    })
    expect(await session(url).reports()).toMatchObject({
      ok: false,
      fault: {
        kind: 'no-access',
        action: 'cur:DescribeReportDefinitions',
        message: 'not allowed',
        requestId: 'REQ-JSON',
      },
    })
  })
})

describe('putting a report definition', () => {
  const report = {
    name: 'spotinst-cur-report',
    timeUnit: 'HOURLY',
    format: 'Parquet',
    compression: 'Parquet',
    schemaElements: ['RESOURCES'],
    bucket: 'acme-cur',
    prefix: 'spotinst_eco',
    region: 'us-east-1',
    artifacts: ['ATHENA'],
    refreshClosedReports: true,
    versioning: 'OVERWRITE_REPORT',
  }

  it('sends every field under AWS’s name for it', async () => {
    const { url, seen } = await smallServer((_request, response) => reply.json(response, {}))
    expect(await session(url).putReport(report)).toEqual({ ok: true, value: null, requestId: 'REQ-JSON' })
    const { BillingViewArn, ...sent } = definition('spotinst-cur-report')
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ReportDefinition: sent })
    expect(seen[0]?.headers['x-amz-target']).toBe('AWSOrigamiServiceGatewayService.PutReportDefinition')
  })

  it.each([
    ['DuplicateReportNameException', 'exists'],
    ['ReportLimitReachedException', 'limit'],
    ['ValidationException', 'invalid'],
    ['InternalErrorException', 'unavailable'],
  ])('answered with %s is %s', async (code, kind) => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, { __type: code, Message: 'why' }, 400),
    )
    expect(await session(url).putReport(report)).toMatchObject({
      ok: false,
      fault: { kind, code, message: 'why', action: 'cur:PutReportDefinition' },
    })
  })
})

describe('standard data exports', () => {
  const exportOf = (name: string) => ({
    ExportArn: `arn:aws:bcm-data-exports:us-east-1:1:export/${name}`,
    ExportName: name,
  })

  it('are named when they write into the bucket, or may', async () => {
    const targets: Record<string, string | undefined> = { here: 'acme-cur', there: 'another', hidden: undefined }
    const { url } = await smallServer((request, response) => {
      if (request.headers['x-amz-target']?.toString().endsWith('ListExports')) {
        const first = request.body === '{}'
        return reply.json(
          response,
          first
            ? { Exports: [exportOf('here'), exportOf('there')], NextToken: '2' }
            : { Exports: [exportOf('hidden')] },
        )
      }
      const name = request.body.split('/').at(-1)?.replace('"}', '') ?? ''
      const S3Bucket = targets[name]
      if (S3Bucket === undefined) return reply.json(response, { __type: 'AccessDeniedException' }, 400)
      reply.json(response, { Export: { Name: name, DestinationConfigurations: { S3Destination: { S3Bucket } } } })
    })
    expect(await session(url).dataExports('acme-cur')).toMatchObject({ ok: true, value: ['here', 'hidden'] })
  })

  it('that may not be listed name the permission', async () => {
    const { url } = await smallServer((_request, response) =>
      reply.json(response, { __type: 'AccessDeniedException' }, 400),
    )
    expect(await session(url).dataExports('acme-cur')).toMatchObject({
      ok: false,
      fault: { kind: 'no-access', action: 'bcm-data-exports:ListExports' },
    })
  })
})
