import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as links from '../../../../shared/domain/console-links.ts'
import { judgeSpotLink } from '../../../../shared/domain/spot-link/judge.ts'
import { buildObjectUrl, parseObjectUrl } from '../../../../shared/domain/values/object-url.ts'
import { valueRead } from '../../../support/parsing.ts'

describe('a link to a console page', () => {
  test.each([
    [
      'reports are created',
      () => links.createReport('aws'),
      'https://us-east-1.console.aws.amazon.com/costmanagement/home?region=us-east-1#/bcm-data-exports',
    ],
    [
      'reports are listed',
      () => links.reportList('aws'),
      'https://us-east-1.console.aws.amazon.com/billing/home?region=us-east-1#/reports',
    ],
    [
      'reports of AWS China are listed',
      () => links.reportList('aws-cn'),
      'https://console.amazonaws.cn/billing/home#/reports',
    ],
    [
      'reports of AWS China are created',
      () => links.createReport('aws-cn'),
      'https://console.amazonaws.cn/billing/home#/reports',
    ],
    [
      'a bucket is',
      () => links.bucket('us-east-1', 'cris-spotinst-test'),
      'https://us-east-1.console.aws.amazon.com/s3/buckets/cris-spotinst-test?region=us-east-1&tab=objects',
    ],
    [
      'a folder is',
      () => links.bucketFolder('us-east-1', 'cris', 'spotinst_eco/r'),
      'https://us-east-1.console.aws.amazon.com/s3/buckets/cris?region=us-east-1&prefix=spotinst_eco%2Fr%2F&tab=objects',
    ],
    [
      'an object is',
      () => links.bucketObject('cn-north-1', 'cris', 'a/crawler-cfn.yml'),
      'https://cn-north-1.console.amazonaws.cn/s3/object/cris?region=cn-north-1&prefix=a%2Fcrawler-cfn.yml',
    ],
    [
      'stacks are created',
      () => links.createStack('us-east-1'),
      'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create',
    ],
    [
      'a stack is looked for',
      () => links.stackList('us-gov-west-1', 'SpotEcoStack'),
      'https://us-gov-west-1.console.amazonaws-us-gov.com/cloudformation/home?region=us-gov-west-1#/stacks?filteringText=SpotEcoStack&filteringStatus=active&viewNested=true',
    ],
    [
      'a crawler is scheduled',
      () => links.crawler('us-east-1', 'AWSCURCrawler-spotinst-cur-report'),
      'https://us-east-1.console.aws.amazon.com/glue/home?region=us-east-1#/v2/data-catalog/crawlers/view/AWSCURCrawler-spotinst-cur-report',
    ],
    [
      'a quota is raised',
      () => links.lambdaConcurrencyQuota('us-east-1'),
      'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/lambda/quotas/L-B99A9384?region=us-east-1',
    ],
    ['an Org ID is found', () => links.spotOrganization(), 'https://console.spotinst.com/'],
    [
      'a folder of AWS China is',
      () => links.bucketFolder('cn-north-1', 'cris', ''),
      'https://cn-north-1.console.amazonaws.cn/s3/buckets/cris?region=cn-north-1&prefix=&tab=objects',
    ],
    [
      'a stack is created with a template alone',
      () => links.quickCreateStack('us-east-1', { templateUrl: 'https://x/y.yml' }),
      'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?templateURL=https%3A%2F%2Fx%2Fy.yml',
    ],
    [
      'stacks of a region are',
      () => links.stacks('us-east-1'),
      'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks?filteringStatus=active',
    ],
    [
      'access to billing is given',
      () => links.billingAccess('aws'),
      'https://us-east-1.console.aws.amazon.com/billing/home?region=us-east-1#/account',
    ],
    [
      'access to the billing of AWS China is given',
      () => links.billingAccess('aws-cn'),
      'https://console.amazonaws.cn/billing/home#/account',
    ],
  ])('where %s', (_, link, url) => {
    expect(link()).toBe(url)
  })

  test('of a folder ends it with one slash, and the root of a bucket has none', () => {
    expect(links.bucketFolder('us-east-1', 'cris', 'a/')).toBe(links.bucketFolder('us-east-1', 'cris', 'a'))
    expect(links.bucketFolder('us-east-1', 'cris', '')).toContain('prefix=&')
  })

  test('lets no value out of the part it stands in', () => {
    const nasty = "a&b=c#d?e/f'g(h)"
    for (const url of [
      links.bucket('us-east-1', nasty),
      links.bucketObject('us-east-1', 'cris', nasty),
      links.stackList('us-east-1', nasty),
      links.crawler('us-east-1', nasty),
    ]) {
      expect(url).toContain('a%26b%3Dc%23d%3Fe%2Ff%27g%28h%29')
      expect(url.match(/#/g)?.length ?? 0).toBeLessThanOrEqual(1)
    }
  })

  test('that creates a stack is itself a link that would be judged in order, with the same values', () => {
    const value = fc.stringMatching(/^[ !-~]{0,20}$/).filter((v) => !/%[0-9a-f]{2}/i.test(v))
    const parameters = fc.dictionary(fc.stringMatching(/^[A-Za-z0-9]{1,10}$/), value)
    fc.assert(
      fc.property(parameters, fc.stringMatching(/^[a-zA-Z][-a-zA-Z0-9]{0,20}$/), (given, stackName) => {
        const templateUrl = buildObjectUrl('cris-spotinst-test', 'spotinst_eco/r/crawler-cfn.yml', 'us-east-1')
        const url = links.quickCreateStack('us-east-1', { templateUrl, stackName, parameters: given })
        expect(judgeSpotLink(url)).toMatchObject({ region: 'us-east-1', templateUrl, stackName })
        expect(judgeSpotLink(url).parameters).toEqual({ ...given })
      }),
    )
  })

  test('of an object is understood where an object URL is asked for', () => {
    const key = "spotinst_eco/my-report!*'()/crawler-cfn.yml"
    expect(valueRead(parseObjectUrl(links.bucketObject('eu-west-1', 'cris', key)))).toEqual({
      bucket: 'cris',
      key,
      region: 'eu-west-1',
      partition: 'aws',
    })
  })
})
