import { describe, expect, it } from 'vitest'
import { syncingAside } from '../../../../electron/store/syncing-aside.ts'

const MB = 1024 * 1024

/** A disk that has synced when a test says so. */
function disk() {
  const pending: { readonly resolve: () => void; readonly reject: (thrown: Error) => void }[] = []
  let begun = 0
  const syncing = syncingAside(() => {
    begun += 1
    return new Promise((resolve, reject) => pending.push({ resolve, reject }))
  })
  const settle = async (how: 'resolve' | 'reject') => {
    pending.shift()?.[how](new Error('full'))
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
  }
  return { syncing, begun: () => begun, settle }
}

describe('syncing a file beside the writing of it', () => {
  it('begins after much was written, and again only when it has ended', async () => {
    const { syncing, begun, settle } = disk()
    syncing.wrote(63 * MB)
    expect(begun()).toBe(0)
    syncing.wrote(MB)
    syncing.wrote(100 * MB)
    expect(begun()).toBe(1)
    await settle('resolve')
    syncing.wrote(MB)
    expect(begun()).toBe(2)
  })

  it('has ended when all that was written is on the disk, what came meanwhile too', async () => {
    const { syncing, begun, settle } = disk()
    expect(syncing.isSynced()).toBe(true)
    syncing.wrote(MB)
    expect(syncing.isSynced()).toBe(false)
    syncing.wrote(MB)
    await settle('resolve')
    expect(syncing.isSynced()).toBe(false)
    expect(begun()).toBe(2)
    await settle('resolve')
    expect(syncing.isSynced()).toBe(true)
    await syncing.ended()
  })

  it('gives what the disk said to whoever waits for the end, and holds nobody up before', async () => {
    const { syncing, begun, settle } = disk()
    syncing.wrote(64 * MB)
    await settle('reject')
    syncing.wrote(64 * MB)
    expect(syncing.isSynced()).toBe(true)
    expect(begun()).toBe(1)
    await expect(syncing.ended()).rejects.toThrow('full')
  })
})
