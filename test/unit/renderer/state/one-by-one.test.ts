import { describe, expect, it } from 'vitest'
import { createOneByOne } from '../../../../renderer/state/one-by-one.ts'

/** Pieces of work that end when a test says so, and what went on. */
function pieces(names: readonly string[]) {
  const told: string[] = []
  const ends = new Map<string, () => void>()
  const works = names.map((name) => async () => {
    told.push(`${name} begins`)
    await new Promise<void>((resolve) => ends.set(name, resolve))
    told.push(`${name} ends`)
  })
  const end = async (name: string) => {
    ends.get(name)?.()
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
  }
  return { told, works, end }
}

describe('one by one', () => {
  it('begins the next when the one before has ended', async () => {
    const { told, works, end } = pieces(['a', 'b'])
    const done = createOneByOne()(works)
    expect(told).toEqual(['a begins'])
    await end('a')
    expect(told).toEqual(['a begins', 'a ends', 'b begins'])
    await end('b')
    await done
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
  })

  it('runs what waits once, however often it is given, and what has begun once more', async () => {
    const { told, works, end } = pieces(['a', 'b'])
    const oneByOne = createOneByOne()
    void oneByOne(works)
    void oneByOne(works)
    void oneByOne(works)
    await end('a')
    await end('b')
    await end('a')
    expect(told.filter((one) => one.endsWith('begins'))).toEqual(['a begins', 'b begins', 'a begins'])
  })

  it('begins anew after all has ended', async () => {
    const { told, works, end } = pieces(['a'])
    const oneByOne = createOneByOne()
    const first = oneByOne(works)
    await end('a')
    await first
    void oneByOne(works)
    expect(told).toEqual(['a begins', 'a ends', 'a begins'])
  })
})
