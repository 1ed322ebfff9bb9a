/** The services a session talks to, and the names AWS gives them in `AWS_ENDPOINT_URL_<SERVICE>` and `services` sections. */
export const SERVICE_IDS = {
  s3: 'S3',
  sts: 'STS',
  reports: 'Cost and Usage Report Service',
  exports: 'BCM Data Exports',
  cloudformation: 'CloudFormation',
  glue: 'Glue',
  lambda: 'Lambda',
  organizations: 'Organizations',
} as const
export type Service = keyof typeof SERVICE_IDS

export const SERVICES = Object.keys(SERVICE_IDS) as readonly Service[]

/** Settings of one section of the shared AWS files. */
export type Section = Readonly<Record<string, string | undefined>>

export interface Endpoints {
  /** The address a service is overridden with; null: AWS's own, chosen by the SDK for the region. */
  readonly of: Readonly<Record<Service, string | null>>
  /** Why nothing may be changed: services that answer in different places. Null where all are in one. */
  readonly mixed: string | null
}

/** A setting in the AWS files or the environment that cannot be used, said in a sentence. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

const AWS_HOST = /(?:^|\.)(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws|api\.amazonwebservices\.com\.cn)$/

/**
 * Where each service answers, by AWS's documented order: the environment's address of the service, its address for all,
 * the profile's `services` section, the profile's `endpoint_url`; none where configured addresses are ignored.
 * Resolved here once because the clients would not agree: one ignores these settings, the others read them of the
 * environment's profile instead of the session's. Throws ConfigurationError.
 */
export function resolveEndpoints(
  env: Readonly<Record<string, string | undefined>>,
  profile: Section,
  servicesSection: (name: string) => Section | undefined,
): Endpoints {
  const ignored = isTrue(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? profile.ignore_configured_endpoint_urls)
  const own = ignored ? {} : servicesOf(profile, servicesSection)
  const resolve = (service: Service): string | null => {
    if (ignored) return null
    const words = SERVICE_IDS[service].split(' ')
    const variable = `AWS_ENDPOINT_URL_${words.join('_').toUpperCase()}`
    const key = `${words.join('_').toLowerCase()}.endpoint_url`
    return address(env[variable] || env.AWS_ENDPOINT_URL || own[key] || profile.endpoint_url, service)
  }
  return asEndpoints(resolve)
}

/** One address for every service, whatever the machine has configured. */
export function singleEndpoint(url: string): Endpoints {
  return asEndpoints((service) => address(url, service))
}

function asEndpoints(resolve: (service: Service) => string | null): Endpoints {
  const of = Object.fromEntries(SERVICES.map((service) => [service, resolve(service)])) as Record<
    Service,
    string | null
  >
  const worlds = Map.groupBy(SERVICES, (service) => worldOf(of[service]))
  const places = [...worlds].map(([world, services]) => `${services.map((s) => SERVICE_IDS[s]).join(', ')} at ${world}`)
  return { of, mixed: places.length > 1 ? `${places.join('; ')}.` : null }
}

const AWS = 'AWS'

/** Services in one world see the same account and the same buckets. A private endpoint of AWS is in AWS's own. */
function worldOf(url: string | null): string {
  if (url === null) return AWS
  const { hostname, origin } = new URL(url)
  return AWS_HOST.test(hostname) ? AWS : origin
}

function servicesOf(profile: Section, servicesSection: (name: string) => Section | undefined): Section {
  const name = profile.services
  if (name === undefined) return {}
  const section = servicesSection(name)
  if (section === undefined)
    throw new ConfigurationError(`The AWS profile names a services section “${name}” that does not exist.`)
  return section
}

function address(url: string | undefined, service: Service): string | null {
  if (url === undefined || url === '') return null
  const { protocol, username, password } = URL.parse(url) ?? {}
  if ((protocol !== 'http:' && protocol !== 'https:') || username !== '' || password !== '')
    throw new ConfigurationError(
      `The configured endpoint of ${SERVICE_IDS[service]} is not a web address without a password.`,
    )
  return url
}

function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true'
}
