/** Asking of which only the newest counts. */
export interface Asking {
  /** Names the newest question: an answer that comes under another name is passed over. */
  readonly newest: number
  /** Asks something else, at once. @param ask shows its answer only where it is still the newest */
  anew(ask: (mine: number) => Promise<void>): Promise<void>
  /**
   * Asks the same again because of a change. An answer that is on its way is shown first and asked for once more then,
   * however many changes there were: otherwise many of them would keep it from ever being shown.
   */
  again(ask: (mine: number) => Promise<void>): Promise<void>
}

export function createAsking(): Asking {
  let newest = 0
  let onItsWay: Promise<void> | null = null
  /** How to ask once more when the answer on its way is here. */
  let afterwards: ((mine: number) => Promise<void>) | null = null

  function anew(ask: (mine: number) => Promise<void>): Promise<void> {
    const mine = ++newest
    afterwards = null
    const asked = answered(mine, ask)
    onItsWay = asked
    return asked
  }

  async function answered(mine: number, ask: (mine: number) => Promise<void>): Promise<void> {
    await ask(mine)
    if (mine !== newest) return
    onItsWay = null
    if (afterwards !== null) await anew(afterwards)
  }

  return {
    get newest() {
      return newest
    },
    anew,
    again(ask) {
      if (onItsWay === null) return anew(ask)
      afterwards = ask
      return onItsWay
    },
  }
}
