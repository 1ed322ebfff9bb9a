import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeSpotLink, needsDecision } from '../../../../../shared/domain/spot-link/judge.ts'
import { codesOf } from '../../../../support/parsing.ts'
import { LINK_PARAMETERS, spotLink, TEMPLATE_URL } from '../../../../support/spot-links.ts'

const codes = (url: string, expected = {}) => codesOf(judgeSpotLink(url, expected).findings)

describe('a link as Spot sends it', () => {
  test('is read and has nothing to remark', () => {
    expect(
      judgeSpotLink(spotLink(), { region: 'us-east-1', bucket: 'cris-spotinst-test', prefix: 'spotinst_eco' }),
    ).toEqual({
      ok: true,
      region: 'us-east-1',
      templateUrl: TEMPLATE_URL,
      stackName: 'MspDataExtractor',
      parameters: LINK_PARAMETERS,
      findings: [],
    })
  })

  test.each([
    ['with the region in its host', spotLink({ host: 'us-east-1.console.aws.amazon.com' })],
    ['with the region in its host alone', spotLink({ host: 'us-east-1.console.aws.amazon.com', query: '' })],
    ['to the quick-create page', spotLink({ route: '/stacks/quickcreate' })],
    [
      'with a template by path',
      spotLink({ templateUrl: 'https://s3.amazonaws.com/sc-msp-data-extractor-source/extractor.yml' }),
    ],
    [
      'with a template by region',
      spotLink({ templateUrl: 'https://sc-msp-data-extractor-source.s3.us-east-1.amazonaws.com/e.yml' }),
    ],
    [
      'with a version of the template',
      spotLink({ templateUrl: `${TEMPLATE_URL}?versionId=123ab1cdeKdOW5IH4GAcYbEngcpTJTDW` }),
    ],
    ['with its template not encoded', spotLink({ templateUrl: null, extra: `&templateURL=${TEMPLATE_URL}` })],
    ['without a stack name', spotLink({ stackName: null })],
    ['with blanks and brackets of mail around it', ` <${spotLink()}>\r\n`],
    ['in capital letters where they do not matter', spotLink().replace('https://console', 'HTTPS://Console')],
    ['with a bucket filled in', spotLink({ parameters: { CURBucketName: 'cris-spotinst-test' } })],
    ['with a customer’s name of several words', spotLink({ parameters: { CustomerName: 'Müller & Söhne' } })],
  ])('%s is in order', (_, url) => {
    expect(judgeSpotLink(url, { region: 'us-east-1', bucket: 'cris-spotinst-test' }).findings).toEqual([])
  })

  test('has its values decoded once', () => {
    const url = spotLink({ parameters: { CustomerName: 'Müller & Söhne' }, extra: '&param_Note=a+b' })
    expect(judgeSpotLink(url).parameters).toMatchObject({ CustomerName: 'Müller & Söhne', Note: 'a b' })
  })

  test('gives back exactly the stack name, template and parameters that were put into it', () => {
    const value = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((v) => !/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]|%[0-9a-f]{2}/iu.test(v))
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[A-Za-z0-9]{1,12}$/), value), (parameters) => {
        const report = judgeSpotLink(spotLink({ parameters: { ...parameters } }))
        expect(report.parameters).toEqual({ ...LINK_PARAMETERS, ...parameters })
        expect(report.templateUrl).toBe(TEMPLATE_URL)
      }),
    )
  })
})

describe('a link that leads somewhere else', () => {
  test.each([
    ['', 'spot-link.missing'],
    ['see the attached mail', 'spot-link.odd-character'],
    ['console.aws.amazon.com', 'spot-link.not-a-link'],
    ['https:console.aws.amazon.com/cloudformation/home', 'spot-link.not-a-link'],
    ['https:///console.aws.amazon.com/cloudformation/home', 'spot-link.not-a-link'],
    ['javascript:alert(1)', 'spot-link.not-a-link'],
    [`${spotLink()}${'x'.repeat(9000)}`, 'spot-link.too-long'],
    [spotLink().replace('#', '\n#'), 'spot-link.odd-character'],
    [spotLink().replace('.com/', '.com\\'), 'spot-link.odd-character'],
    [spotLink().replace('https://', 'https:/\t/'), 'spot-link.odd-character'],
    [spotLink({ extra: '\u202E' }), 'spot-link.odd-character'],
    [spotLink({ extra: '#x' }), 'spot-link.route'],
    [spotLink({ host: 'consоle.aws.amazon.com' }), 'spot-link.unicode-host'],
    [spotLink({ host: 'console.aws.amazon.com。evil.com' }), 'spot-link.unicode-host'],
    [spotLink({ host: 'xn--consle-jta.aws.amazon.com' }), 'spot-link.unicode-host'],
    [spotLink({ host: 'console.aws.amazon.com.evil.com' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'evilconsole.aws.amazon.com' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'console-aws-amazon.com' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'signin.aws.amazon.com' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'us-east-1.evil.console.aws.amazon.com' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'cn-north-1.console.aws.amazon.com', query: '' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'console.aws.amazon.com.' }), 'spot-link.look-alike-host'],
    [spotLink({ host: 'spot.io' }), 'spot-link.other-host'],
    [spotLink({ host: '127.0.0.1' }), 'spot-link.other-host'],
    [spotLink({ host: 'console%2Eaws.amazon.com' }), 'spot-link.odd-host'],
    [spotLink({ host: '[::1]' }), 'spot-link.odd-host'],
    [spotLink({ host: '111122223333-abcd1234.us-east-1.console.aws.amazon.com' }), 'spot-link.session-host'],
    [spotLink({ host: 'eur01.safelinks.protection.outlook.com' }), 'spot-link.mail-wrapper'],
    [spotLink({ host: 'urldefense.com' }), 'spot-link.mail-wrapper'],
    [spotLink({ host: 'console.aws.amazon.com@evil.com' }), 'spot-link.user-info'],
    [spotLink({ host: 'aws:x@console.aws.amazon.com' }), 'spot-link.user-info'],
    [spotLink({ host: 'console.aws.amazon.com:443' }), 'spot-link.port'],
    [spotLink({ host: 'console.aws.amazon.com:8443' }), 'spot-link.port'],
    [spotLink().replace('https:', 'http:'), 'spot-link.not-https'],
    [spotLink().replace('/cloudformation/home', '/iam/home'), 'spot-link.path'],
    [spotLink().replace('/cloudformation/home', '/cloudformation/../cloudformation/home'), 'spot-link.path'],
    [spotLink().replace('/cloudformation/home', '/cloudformation%2Fhome'), 'spot-link.path'],
    [spotLink().replace('/cloudformation/home', '//cloudformation/home'), 'spot-link.path'],
    [spotLink({ route: '/stacks' }), 'spot-link.route'],
    [spotLink({ route: '/stacksets/create' }), 'spot-link.route'],
    [spotLink({ route: '/stacks/create/../quickcreate' }), 'spot-link.route'],
    [spotLink().split('#')[0] ?? '', 'spot-link.route'],
  ])('%j is refused: %s', (url, code) => {
    const report = judgeSpotLink(url)
    expect(report.ok).toBe(false)
    expect(codesOf(report.findings)).toContain(code)
  })

  test('says where it really leads, past the name before the @', () => {
    const report = judgeSpotLink(spotLink({ host: 'console.aws.amazon.com@evil.com' }))
    expect(report.findings).toMatchObject([
      { code: 'spot-link.user-info', params: { host: 'evil.com' } },
      { code: 'spot-link.other-host', params: { host: 'evil.com' } },
    ])
  })

  test('to the older page of CloudFormation is remarked, not refused', () => {
    expect(judgeSpotLink(spotLink({ route: '/stacks/new' }))).toMatchObject({
      ok: true,
      findings: [{ level: 'warning', code: 'spot-link.old-route' }],
    })
  })
})

describe('the region of a link', () => {
  test.each([
    ['none', { query: '' }, {}, ['spot-link.no-region'], null],
    ['empty', { query: 'region=' }, {}, ['spot-link.odd-region'], null],
    ['no region', { query: 'region=mars' }, {}, ['spot-link.odd-region'], null],
    [
      'another than us-east-1, without a case',
      { query: 'region=eu-west-1' },
      {},
      ['spot-link.other-region'],
      'eu-west-1',
    ],
    [
      'another than the case’s',
      { query: 'region=us-east-1' },
      { region: 'eu-west-1' },
      ['spot-link.other-region'],
      'us-east-1',
    ],
    ['the case’s', { query: 'region=eu-west-1' }, { region: 'eu-west-1' }, [], 'eu-west-1'],
    ['not the host’s', { host: 'eu-west-1.console.aws.amazon.com' }, {}, ['spot-link.regions-disagree'], null],
    ['twice', { query: 'region=us-east-1&region=eu-west-1' }, {}, ['spot-link.duplicate'], 'us-east-1'],
    [
      'in AWS China',
      {
        query: 'region=cn-north-1',
        host: 'console.amazonaws.cn',
        templateUrl: 'https://sc-msp-data-extractor-source.s3.cn-north-1.amazonaws.com.cn/e.yml',
      },
      { region: 'cn-north-1' },
      [],
      'cn-north-1',
    ],
    [
      'in AWS China by host',
      {
        query: '',
        host: 'cn-northwest-1.console.amazonaws.cn',
        templateUrl: 'https://sc-msp-data-extractor-source.s3.cn-north-1.amazonaws.com.cn/e.yml',
      },
      { region: 'cn-northwest-1' },
      [],
      'cn-northwest-1',
    ],
    [
      'in AWS China, with a template outside',
      { query: 'region=cn-north-1', host: 'console.amazonaws.cn' },
      { region: 'cn-north-1' },
      ['spot-link.template-partition'],
      'cn-north-1',
    ],
    [
      'in AWS China, without a case',
      { query: 'region=cn-north-1', host: 'console.aws.amazon.com' },
      {},
      ['spot-link.other-partition', 'spot-link.other-region'],
      'cn-north-1',
    ],
  ])('%s', (_, options, expected, found, region) => {
    const report = judgeSpotLink(spotLink(options), expected)
    expect(codesOf(report.findings)).toEqual(found)
    expect(report.region).toBe(region)
  })
})

describe('the template of a link', () => {
  test.each([
    [null, 'spot-link.no-template'],
    ['', 'spot-link.no-template'],
    ['http://sc-msp-data-extractor-source.s3.amazonaws.com/e.yml', 'spot-link.template-not-https'],
    ['https://evil.com/e.yml', 'spot-link.template-not-s3'],
    ['https://sc-msp-data-extractor-source.s3.amazonaws.com.evil.com/e.yml', 'spot-link.template-not-s3'],
    ['https://sc-msp-data-extractor-source.s3.amazonaws.com@evil.com/e.yml', 'spot-link.template-not-s3'],
    ['https://sc-msp-data-extractor-source.s3.amazonaws.com:444/e.yml', 'spot-link.template-not-s3'],
    ['https://s3.amazonaws.com/sc-msp-data-extractor-source/../evil/e.yml', 'spot-link.template-not-s3'],
    ['https://sc-msp-data-extractor-source.s3-website-us-east-1.amazonaws.com/e.yml', 'spot-link.template-not-s3'],
    ['https://us-east-1.console.aws.amazon.com/s3/object/b-c-d?prefix=e.yml', 'spot-link.template-not-s3'],
    ['s3://sc-msp-data-extractor-source/e.yml', 'spot-link.template-not-s3'],
    [' https://sc-msp-data-extractor-source.s3.amazonaws.com/e.yml', 'spot-link.template-not-s3'],
    ['https://sc-msp-data-extractor-source.s3.amazonaws.com/ü.yml', 'spot-link.template-not-s3'],
    [`${TEMPLATE_URL}?X-Amz-Signature=abc`, 'spot-link.template-query'],
    [`${TEMPLATE_URL}#x`, 'spot-link.template-query'],
  ])('%j is refused: %s', (templateUrl, code) => {
    expect(codes(spotLink({ templateUrl }))).toEqual([code])
  })

  test.each([['somebodys-bucket'], ['sc-msp-data-extractor-source.s3.amazonaws.com']])(
    'in the bucket %s needs a decision',
    (bucket) => {
      const report = judgeSpotLink(spotLink({ templateUrl: `https://s3.amazonaws.com/${bucket}/e.yml` }))
      expect(report).toMatchObject({
        ok: true,
        findings: [{ level: 'warning', code: 'spot-link.unknown-template-bucket', params: { bucket } }],
      })
      expect(needsDecision(report)).toBe(true)
    },
  )
})

describe('the parameters of a link', () => {
  test.each([
    ['CURPrefixName', 'eco', 'spot-link.prefix-differs', 'error'],
    ['CURPrefixName', '', 'spot-link.prefix-differs', 'error'],
    ['CURBucketName', 'our-own-bucket', 'spot-link.bucket-differs', 'error'],
    ['AccountList', '111122223333, 444455556666', 'spot-link.account-list', 'warning'],
    ['LambdaFunctionBucket', 'somebodys-code', 'spot-link.unknown-code-bucket', 'warning'],
    ['S3OutputBucket', 'somebodys-bucket', 'spot-link.unknown-output-bucket', 'warning'],
    ['S3OutputBucket', '', 'spot-link.unknown-output-bucket', 'warning'],
    ['Unheard', 'x', 'spot-link.unknown-parameter', 'info'],
  ])('%s of %j: %s', (name, value, code, level) => {
    const report = judgeSpotLink(spotLink({ parameters: { [name]: value } }), {
      bucket: 'cris-spotinst-test',
      prefix: 'spotinst_eco',
    })
    expect(report.findings).toMatchObject([{ level, code }])
    expect(report.ok).toBe(level !== 'error')
    expect(needsDecision(report)).toBe(code.includes('unknown-') && code.endsWith('-bucket'))
  })

  test('are not held to what the case does not know', () => {
    expect(codes(spotLink({ parameters: { CURPrefixName: 'eco', CURBucketName: 'x-y-z' } }), { bucket: null })).toEqual(
      [],
    )
  })

  test('are known from the settings where these say so', () => {
    const known = { templateBuckets: ['a-b-c'], codeBuckets: ['d-e-f'], outputBuckets: ['g-h-i'] }
    const url = spotLink({
      templateUrl: 'https://a-b-c.s3.amazonaws.com/e.yml',
      parameters: { LambdaFunctionBucket: 'd-e-f', S3OutputBucket: 'g-h-i' },
    })
    expect(codes(url, { known })).toEqual([])
    expect(codes(spotLink(), { known })).toHaveLength(3)
  })

  test.each([
    ['&param_CURPrefixName=eco', ['spot-link.duplicate']],
    ['&templateURL=https%3A%2F%2Fs3.amazonaws.com%2Fevil%2Fe.yml', ['spot-link.duplicate']],
    ['&param%5FS3OutputBucket=evil', ['spot-link.odd-name']],
    ['&param_A.B=x', ['spot-link.odd-name']],
    ['&param_=x', ['spot-link.unknown-part']],
    ['&param_Note=%zz', ['spot-link.bad-encoding', 'spot-link.unknown-parameter']],
    ['&param_Note=%C3%28', ['spot-link.bad-encoding', 'spot-link.unknown-parameter']],
    ['&param_Note=a%0Ab', ['spot-link.bad-encoding', 'spot-link.unknown-parameter']],
    ['&param_Note=a%E2%80%AEb', ['spot-link.bad-encoding', 'spot-link.unknown-parameter']],
    ['&param_Note=%2541', ['spot-link.double-encoded', 'spot-link.unknown-parameter']],
    ['&capability=CAPABILITY_IAM', ['spot-link.unknown-part']],
    ['&&', []],
  ])('written as %j: %j', (extra, found) => {
    expect(codes(spotLink({ extra }))).toEqual(found)
  })

  test.each([
    ['region=us-east-1&templateURL=https://s3.amazonaws.com/evil/e.yml', ['spot-link.misplaced']],
    ['region=us-east-1&param_S3OutputBucket=evil', ['spot-link.misplaced']],
    ['region=us-east-1&x=y', ['spot-link.unknown-part']],
  ])('before the hash, in %j: %j', (query, found) => {
    expect(codes(spotLink({ query }))).toEqual(found)
  })

  test('named like JavaScript’s own properties are plain parameters', () => {
    const { parameters } = judgeSpotLink(spotLink({ extra: '&param_constructor=x&param_toString=y' }))
    expect(Object.entries(parameters)).toContainEqual(['constructor', 'x'])
    expect(codes(spotLink({ extra: '&param___proto__=x' }))).toEqual(['spot-link.unknown-part'])
  })
})
