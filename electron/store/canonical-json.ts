/**
 * JSON with the keys of every object in order and without spaces: the same data gives the same text, so that it can
 * be hashed. Text that is not well-formed Unicode gets its replacement marks here, as it would on its way to disk.
 */
export function canonicalJson(value: unknown): string {
  // What is plain data already is written at once; everything else becomes plain first.
  return written(value) ?? JSON.stringify(ordered(JSON.parse(JSON.stringify(value))))
}

/** The text of plain data; null where the value holds something that only becomes plain, or keys that sort otherwise. */
function written(value: unknown): string | null {
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isFinite(value) ? JSON.stringify(value) : null
  if (typeof value !== 'object') return null
  return Array.isArray(value) ? writtenList(value) : writtenObject(value)
}

function writtenList(list: readonly unknown[]): string | null {
  let text = ''
  for (const one of list) {
    const inner = written(one)
    if (inner === null) return null
    text += text === '' ? inner : `,${inner}`
  }
  return `[${text}]`
}

function writtenObject(value: object): string | null {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return null
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[key]
    if (one === undefined) continue
    const inner = written(one)
    if (inner === null || !isPlainKey(key)) return null
    text += `${text === '' ? '' : ','}"${key}":${inner}`
  }
  return `{${text}}`
}

/** Objects keep keys that are numbers before all others, and such a key may need marks: those go the long way. */
function isPlainKey(key: string): boolean {
  return /^[A-Za-z_.-][A-Za-z0-9_.-]*$/.test(key) && key !== 'toJSON'
}

function ordered(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key.toWellFormed(), ordered(inner)] as const)
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries)
}
