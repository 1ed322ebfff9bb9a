/** What the stand-in cannot do as Electron does it. It stops the app: a test must not pass on a guess. */
export class Unfaithful extends Error {
  constructor(what: string) {
    super(`The stand-in for Electron cannot do this faithfully: ${what}.`)
    this.name = 'Unfaithful'
  }
}

export function unfaithful(what: string): never {
  throw new Unfaithful(what)
}

/** Gives the double of a part; whatever else the app would ask of that part stops it by name. */
export function faithful<T extends object>(name: string, double: T): T {
  return new Proxy(double, {
    get(target, key) {
      // A promise that resolves to the part looks for `then`; symbols are asked for by Node's own printing.
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' && !/^class\b/.test(String(value)) ? value.bind(target) : value
      }
      return unfaithful(`${name}.${key} is not doubled`)
    },
  })
}
