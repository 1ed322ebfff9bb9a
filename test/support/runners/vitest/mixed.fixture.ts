import { expect, it } from 'vitest'

it('passes', () => {
  expect(1).toBe(1)
})

it('fails', () => {
  expect(1).toBe(2)
})

it('is skipped with a reason', (context) => {
  context.skip('the Electron runtime is not here')
})

it.skip('is skipped without a reason', () => {
  expect(1).toBe(2)
})

it('passes, and something outside it fails', () => {
  void Promise.reject(new Error('outside of every test'))
  expect(1).toBe(1)
})
