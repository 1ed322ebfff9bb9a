/** A link as Spot sends it (004, step 3.1; parameters of DOMAIN.md, section 6), with parts exchanged. */
export interface LinkOptions {
  readonly host?: string
  readonly query?: string
  readonly route?: string
  readonly templateUrl?: string | null
  readonly stackName?: string | null
  readonly parameters?: Readonly<Record<string, string>>
  /** Appended to the hash as it stands. */
  readonly extra?: string
}

export const TEMPLATE_URL = 'https://sc-msp-data-extractor-source.s3.amazonaws.com/templates/extractor.yml'

export const LINK_PARAMETERS = {
  AccountList: '',
  CURBucketName: '',
  CURPrefixName: 'spotinst_eco',
  CustomerName: 'acme',
  LambdaFunctionBucket: 'sc-msp-data-extractor-source',
  LambdaFunctionKey: 'lambda/toolsMspDataExtractor.zip',
  S3OutputBucket: 'sc-msp-data-extractor',
} as const

export function spotLink(options: LinkOptions = {}): string {
  const { host = 'console.aws.amazon.com', query = 'region=us-east-1', route = '/stacks/create/review' } = options
  const { templateUrl = TEMPLATE_URL, stackName = 'MspDataExtractor', extra = '' } = options
  const parameters = Object.entries({ ...LINK_PARAMETERS, ...options.parameters })
  const pairs = [
    ...(templateUrl === null ? [] : [`templateURL=${encodeURIComponent(templateUrl)}`]),
    ...(stackName === null ? [] : [`stackName=${encodeURIComponent(stackName)}`]),
    ...parameters.map(([name, value]) => `param_${name}=${encodeURIComponent(value)}`),
  ]
  return `https://${host}/cloudformation/home${query === '' ? '' : `?${query}`}#${route}?${pairs.join('&')}${extra}`
}
