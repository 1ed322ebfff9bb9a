/** A finished piece of XML. */
export type Xml = { readonly xml: string }
type Child = Xml | string | number | boolean | undefined | readonly Child[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (c) => entities[c] ?? c)
      // S3 writes control characters as references too; clients ask for encoding-type=url to be spared them.
      .replace(/[^\P{Cc}\n\t]/gu, (c) => `&#x${c.codePointAt(0)?.toString(16)};`)
  )
}

function content(child: Child): string {
  if (child === undefined) return ''
  if (Array.isArray(child)) return child.map(content).join('')
  if (typeof child === 'object') return (child as Xml).xml
  return escaped(String(child))
}

/** An element; text is escaped, undefined children are left out. */
export function element(name: string, ...children: Child[]): Xml {
  return { xml: `<${name}>${children.map(content).join('')}</${name}>` }
}

/** An element, or nothing where there is no value. */
export function optional(name: string, value: string | number | boolean | undefined): Xml | undefined {
  return value === undefined ? undefined : element(name, value)
}

/** A whole document with its XML declaration and the namespace on its root, where it has one. */
export function xmlDocument(root: string, namespace: string | undefined, ...children: Child[]): string {
  const open = namespace === undefined ? root : `${root} xmlns="${namespace}"`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${open}>${children.map(content).join('')}</${root}>`
}

/** Plain data as the query protocol writes it: lists as `member` elements, times in ISO 8601. */
export function queryXml(value: unknown): Xml {
  if (value === undefined || value === null) return { xml: '' }
  if (value instanceof Date) return { xml: value.toISOString() }
  if (Array.isArray(value)) return { xml: value.map((item) => element('member', queryXml(item)).xml).join('') }
  if (typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    return { xml: members.map(([name, member]) => element(name, queryXml(member)).xml).join('') }
  }
  return { xml: escaped(String(value)) }
}
