import { describe, expect, it } from 'vitest'
import { createAsking } from '../../../../renderer/state/asking.ts'

/** A host that answers when a test says so; what is shown are the names of the questions whose answer counted. */
function host() {
  const asking = createAsking()
  const shown: string[] = []
  const pending: (() => void)[] = []
  const ask = (name: string) => async (mine: number) => {
    await new Promise<void>((resolve) => pending.push(resolve))
    if (mine === asking.newest) shown.push(name)
  }
  const answer = async () => {
    pending.shift()?.()
    // What follows an answer is a few steps of promises, and none of time.
    for (let step = 0; step < 10; step += 1) await Promise.resolve()
  }
  return { asking, shown, ask, answer, onTheWay: () => pending.length }
}

describe('asking', () => {
  it('shows the newest answer only, whichever comes first', async () => {
    const { asking, shown, ask, answer } = host()
    void asking.anew(ask('4'))
    void asking.anew(ask('47'))
    await answer()
    await answer()
    expect(shown).toEqual(['47'])
  })

  it('shows an answer that is on its way when something changes, and asks once more for any number of changes', async () => {
    const { asking, shown, ask, answer, onTheWay } = host()
    void asking.anew(ask('4'))
    for (let change = 0; change < 5; change += 1) void asking.again(ask('4 again'))
    expect(onTheWay()).toBe(1)
    await answer()
    expect(shown).toEqual(['4'])
    expect(onTheWay()).toBe(1)
    await answer()
    expect(shown).toEqual(['4', '4 again'])
    expect(onTheWay()).toBe(0)
  })

  it('asks at once after a change where nothing is on its way, and says when what is newest is here', async () => {
    const { asking, shown, ask, answer } = host()
    const first = asking.again(ask('once'))
    const same = asking.again(ask('twice'))
    await answer()
    await answer()
    await Promise.all([first, same])
    expect(shown).toEqual(['once', 'twice'])
  })

  it('forgets what changed before another question, whose answer is new enough', async () => {
    const { asking, shown, ask, answer, onTheWay } = host()
    void asking.anew(ask('4'))
    void asking.again(ask('4 again'))
    void asking.anew(ask('47'))
    await answer()
    await answer()
    expect(shown).toEqual(['47'])
    expect(onTheWay()).toBe(0)
  })
})
