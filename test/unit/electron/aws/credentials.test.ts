import { describe, expect, it } from 'vitest'
import { type Keys, practiceKeys, remembered } from '../../../../electron/aws/credentials.ts'

/** A provider that gives what it is told to, and counts how often it was asked. */
function counting(...answers: readonly (Keys | Error)[]) {
  let asked = 0
  const provider = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)]
    asked += 1
    if (answer === undefined || answer instanceof Error) throw answer
    return answer
  }
  return { provider, asked: () => asked }
}

const lasting: Keys = { accessKeyId: 'A', secretAccessKey: 'S' }
const hour = 3_600_000

describe('remembered keys', () => {
  it('are asked for once, however many ask at once', async () => {
    const { provider, asked } = counting(lasting)
    const keys = remembered(provider)
    await Promise.all([keys(), keys(), keys()])
    await keys()
    expect(asked()).toBe(1)
  })

  it('are renewed before they run out', async () => {
    let now = 0
    const { provider, asked } = counting({ ...lasting, expiration: new Date(hour) }, { ...lasting, accessKeyId: 'B' })
    const keys = remembered(provider, () => now)
    await keys()
    now = hour - 6 * 60_000
    expect(await keys()).toMatchObject({ accessKeyId: 'A' })
    now = hour - 4 * 60_000
    expect(await keys()).toMatchObject({ accessKeyId: 'B' })
    expect(asked()).toBe(2)
  })

  it('are tried again after a failure: the operator may have signed in meanwhile', async () => {
    const { provider } = counting(new Error('expired'), lasting)
    const keys = remembered(provider)
    await expect(keys()).rejects.toThrow('expired')
    await expect(keys()).resolves.toBe(lasting)
  })
})

describe('practice keys', () => {
  it('name the account they are for, and are no keys of AWS', async () => {
    expect(await practiceKeys('123456789012')()).toEqual({
      accessKeyId: 'PRACTICE123456789012',
      secretAccessKey: 'practice-secret',
    })
  })
})
