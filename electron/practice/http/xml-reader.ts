/** An element of a request document; attributes play no part in what AWS takes. */
export type XmlElement = { readonly name: string; readonly children: readonly XmlElement[]; readonly text: string }

const token =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string | undefined {
  let sound = true
  const plain = text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code)
    if (typeof name === 'string' && named[name] !== undefined) return named[name]
    sound = false
    return ''
  })
  return sound ? plain : undefined
}

/** Reads the small XML documents that requests carry. Undefined when it is not well formed; no DTD, no CDATA. */
export function readXml(text: string): XmlElement | undefined {
  type Open = { name: string; children: XmlElement[]; text: string }
  const root: Open = { name: '', children: [], text: '' }
  const open: Open[] = [root]
  token.lastIndex = 0
  const source = text.replace(/^\uFEFF/, '').trim()
  for (let at = 0; at < source.length; at = token.lastIndex) {
    const match = token.exec(source)
    const parent = open.at(-1)
    if (!match || !parent) return undefined
    const [, closing, name, , selfClosing, chars] = match
    if (chars !== undefined) {
      const plain = unescaped(chars)
      if (plain === undefined || (parent === root && plain.trim() !== '')) return undefined
      parent.text += plain
    } else if (name !== undefined && closing) {
      if (open.length === 1 || parent.name !== name) return undefined
      open.pop()
    } else if (name !== undefined) {
      const child: Open = { name, children: [], text: '' }
      parent.children.push(child)
      if (!selfClosing) open.push(child)
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined
}

/** The children of that name. */
export function children(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}

/** The text of the first child of that name, or undefined. */
export function childText(parent: XmlElement, name: string): string | undefined {
  return children(parent, name)[0]?.text
}
