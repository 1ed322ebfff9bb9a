import { expect, test } from '@playwright/test'

test('passes', () => {
  expect(1).toBe(1)
})

test('fails', () => {
  expect(1).toBe(2)
})

test('is skipped with a reason', () => {
  test.skip(true, 'the Electron runtime is not here')
})

test('is skipped without a reason', () => {
  test.skip()
})

test('passes when it is tried again', () => {
  expect(test.info().retry).toBe(1)
})
