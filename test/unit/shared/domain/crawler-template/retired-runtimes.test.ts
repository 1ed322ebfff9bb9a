import { expect, test } from 'vitest'
import { lacksSdk2 } from '../../../../../shared/domain/crawler-template/retired-runtimes.ts'

test.each([
  ['nodejs16.x', false],
  ['nodejs16', false],
  ['nodejs18.x', true],
  ['nodejs18', true],
  ['nodejs20.10', true],
  ['nodejs8.10', false],
  ['nodejs', false],
  ['my-nodejs18.x', false],
  ['nodejs18.xyz', false],
  ['nodejs18.x-edge', false],
  ['nodejs1800.x', false],
  ['python3.18', false],
])('%s lacks the SDK of version 2: %s', (runtime, lacks) => {
  expect(lacksSdk2(runtime)).toBe(lacks)
})
