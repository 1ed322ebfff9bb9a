/** The parameters of a request of the query protocol, in which lists read `Tags.member.1.Key`. */
export type Form = {
  get(name: string): string | undefined
  /** The members of a list of plain values. */
  list(name: string): string[]
  /** The members of a list of structures, each a form of its own. */
  forms(name: string): Form[]
}

export function readForm(body: string): Form {
  return formOf(new Map(new URLSearchParams(body)))
}

function formOf(values: ReadonlyMap<string, string>): Form {
  const members = (name: string): Map<string, string>[] => {
    const found = new Map<number, Map<string, string>>()
    for (const [key, value] of values) {
      const match = /^(\d{1,5})(?:\.(.+))?$/.exec(key.startsWith(`${name}.member.`) ? key.slice(name.length + 8) : '')
      if (!match) continue
      const index = Number(match[1])
      const member = found.get(index) ?? new Map<string, string>()
      found.set(index, member.set(match[2] ?? '', value))
    }
    return [...found].sort(([a], [b]) => a - b).map(([, member]) => member)
  }
  return {
    get: (name) => values.get(name),
    list: (name) => members(name).flatMap((member) => member.get('') ?? []),
    forms: (name) => members(name).map(formOf),
  }
}
