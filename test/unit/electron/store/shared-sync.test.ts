import { describe, expect, it } from 'vitest'
import { SharedSync } from '../../../../electron/store/shared-sync.ts'

function disk() {
  const begun: string[] = []
  const ends: ((error?: Error) => void)[] = []
  const syncs = new SharedSync((folder) => {
    begun.push(folder)
    return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())))
  })
  const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))
  return { syncs, begun, ends, turn }
}

describe('syncs of a folder', () => {
  it('are one for all who ask before it begins, and another for who asks after', async () => {
    const { syncs, begun, ends, turn } = disk()
    const first = Promise.all([syncs.of('a'), syncs.of('a')])
    await turn()
    expect(begun).toEqual(['a'])
    const later = syncs.of('a')
    await turn()
    expect(begun).toEqual(['a'])
    ends[0]?.()
    await first
    await turn()
    expect(begun).toEqual(['a', 'a'])
    ends[1]?.()
    await later
  })

  it('do not wait for each other in different folders', async () => {
    const { syncs, begun, ends, turn } = disk()
    const both = Promise.all([syncs.of('a'), syncs.of('b')])
    await turn()
    expect(begun).toEqual(['a', 'b'])
    for (const end of ends) end()
    await both
  })

  it('that fail are told to who waited for them and to nobody else', async () => {
    const { syncs, ends, turn } = disk()
    const first = syncs.of('a')
    await turn()
    const later = syncs.of('a')
    ends[0]?.(new Error('the disk is gone'))
    await expect(first).rejects.toThrow('the disk is gone')
    await turn()
    ends[1]?.()
    await expect(later).resolves.toBeUndefined()
  })
})
