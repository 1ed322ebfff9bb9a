import { describe, expect, test } from 'vitest'
import { isRegion, parseRegion, partitionOf, regionAdvice } from '../../../../../shared/domain/values/region.ts'
import { outcomeOf, remedyOf, valueRead } from '../../../../support/parsing.ts'

describe('a region', () => {
  test.each([
    ['us-east-1', 'us-east-1', 'aws'],
    ['US-East-1', 'us-east-1', 'aws'],
    ['US East (N. Virginia) us-east-1', 'us-east-1', 'aws'],
    ['ap-southeast-7', 'ap-southeast-7', 'aws'],
    ['mx-central-1', 'mx-central-1', 'aws'],
    ['cn-northwest-1', 'cn-northwest-1', 'aws-cn'],
    ['us-gov-west-1', 'us-gov-west-1', 'aws-us-gov'],
  ])('typed as %j is %s, in partition %s', (text, region, partition) => {
    expect(valueRead(parseRegion(text))).toBe(region)
    expect(partitionOf(region)).toBe(partition)
    expect(isRegion(region)).toBe(true)
  })

  test.each([
    ['', 'region.missing'],
    ['us-east-1a', 'region.is-zone'],
    ['N. Virginia', 'region.malformed'],
    ['us-east', 'region.malformed'],
    ['useast1', 'region.malformed'],
    ['us-east-1 eu-west-1', 'region.malformed'],
    ['us-east-1.evil', 'region.malformed'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseRegion(text))).toBe(code)
  })

  test('is offered where an availability zone was typed', () => {
    expect(remedyOf(parseRegion('us-east-1a'))).toBe('Enter us-east-1.')
  })

  test('other than us-east-1 brings the documents’ advice, except in AWS China', () => {
    expect(regionAdvice('us-east-1')).toBeNull()
    expect(regionAdvice('cn-north-1')).toBeNull()
    expect(regionAdvice('eu-central-1')).toMatchObject({ level: 'warning', code: 'region.not-us-east-1' })
  })
})
