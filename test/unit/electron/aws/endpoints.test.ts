import { describe, expect, it } from 'vitest'
import { ConfigurationError, resolveEndpoints, SERVICES, singleEndpoint } from '../../../../electron/aws/endpoints.ts'

const none = () => undefined
const local = 'http://localhost:4566'

describe('resolving endpoints', () => {
  it('leaves every service to AWS where nothing is configured', () => {
    const { of, mixed } = resolveEndpoints({}, {}, none)
    expect(SERVICES.map((service) => of[service])).toEqual(SERVICES.map(() => null))
    expect(mixed).toBeNull()
  })

  it.each([
    ['s3', 'AWS_ENDPOINT_URL_S3'],
    ['sts', 'AWS_ENDPOINT_URL_STS'],
    ['reports', 'AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE'],
    ['exports', 'AWS_ENDPOINT_URL_BCM_DATA_EXPORTS'],
    ['cloudformation', 'AWS_ENDPOINT_URL_CLOUDFORMATION'],
    ['glue', 'AWS_ENDPOINT_URL_GLUE'],
    ['lambda', 'AWS_ENDPOINT_URL_LAMBDA'],
    ['organizations', 'AWS_ENDPOINT_URL_ORGANIZATIONS'],
  ] as const)('takes the address of %s from %s', (service, variable) => {
    expect(resolveEndpoints({ [variable]: local }, {}, none).of[service]).toBe(local)
  })

  it('prefers the environment to the profile, and in each the service to the rest', () => {
    const sections = (name: string) => (name === 'mine' ? { 's3.endpoint_url': 'http://section-s3' } : undefined)
    const profile = { services: 'mine', endpoint_url: 'http://profile' }
    const from = (env: Record<string, string>) => resolveEndpoints(env, profile, sections).of
    expect(from({ AWS_ENDPOINT_URL_S3: 'http://env-s3', AWS_ENDPOINT_URL: 'http://env' }).s3).toBe('http://env-s3')
    expect(from({ AWS_ENDPOINT_URL: 'http://env' }).s3).toBe('http://env')
    expect(from({}).s3).toBe('http://section-s3')
    expect(from({}).glue).toBe('http://profile')
    expect(from({ AWS_ENDPOINT_URL: '' }).glue).toBe('http://profile')
  })

  it('ignores all of it where the environment or the profile says so, and the environment has the last word', () => {
    const env = { AWS_ENDPOINT_URL: local }
    const ignoring = { ignore_configured_endpoint_urls: 'true' }
    const told = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'TRUE' }
    const untold = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' }
    expect(resolveEndpoints({ ...env, ...told }, {}, none).of.s3).toBeNull()
    expect(resolveEndpoints(env, ignoring, none).of.s3).toBeNull()
    expect(resolveEndpoints({ ...env, ...untold }, ignoring, none).of.s3).toBe(local)
  })

  it('does not stumble over a broken address that is ignored', () => {
    const env = { AWS_ENDPOINT_URL: 'nonsense', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }
    expect(resolveEndpoints(env, { services: 'gone' }, none).mixed).toBeNull()
  })

  it.each(['nonsense', 'ftp://host', 'http://me:secret@host'])(
    'refuses %s as an address without repeating it',
    (url) => {
      const resolve = () => resolveEndpoints({ AWS_ENDPOINT_URL: url }, {}, none)
      expect(resolve).toThrow(ConfigurationError)
      expect(resolve).not.toThrow(url)
    },
  )

  it('names a services section that is not there', () => {
    expect(() => resolveEndpoints({}, { services: 'gone' }, none)).toThrow('“gone”')
  })
})

describe('services in different places', () => {
  it('are told, with who answers where', () => {
    const { mixed } = resolveEndpoints({ AWS_ENDPOINT_URL_S3: local }, {}, none)
    expect(mixed).toContain(`S3 at ${local}`)
    expect(mixed).toMatch(/STS.*Glue.* at AWS/)
  })

  it('are two servers as well as a server and AWS', () => {
    const env = { AWS_ENDPOINT_URL: local, AWS_ENDPOINT_URL_S3: 'http://localhost:9000' }
    expect(resolveEndpoints(env, {}, none).mixed).toContain('S3 at http://localhost:9000')
  })

  it('are one place when one address serves them all, whatever its path', () => {
    const env = { AWS_ENDPOINT_URL: local, AWS_ENDPOINT_URL_S3: `${local}/s3` }
    expect(resolveEndpoints(env, {}, none).mixed).toBeNull()
    expect(singleEndpoint(local).mixed).toBeNull()
  })

  it('are one place when some go by a private endpoint of AWS', () => {
    const env = { AWS_ENDPOINT_URL_S3: 'https://bucket.vpce-0a1b.s3.us-east-1.vpce.amazonaws.com' }
    expect(resolveEndpoints(env, {}, none).mixed).toBeNull()
  })

  it('are not taken in by a host that only sounds like AWS', () => {
    for (const host of ['amazonaws.com.example.org', 'notamazonaws.com', 'example.org/amazonaws.com'])
      expect(resolveEndpoints({ AWS_ENDPOINT_URL_S3: `https://${host}` }, {}, none).mixed).not.toBeNull()
  })
})
