/** What stands in a document, by structure alone: headings, and under each the marks of its items in order. */
export interface ReadSection {
  readonly heading: string
  readonly marks: readonly string[]
}

interface Open {
  readonly indent: number
  readonly path: string
  bullets: number
}

/**
 * Reads the structure of a source document: headings, numbered items, bullets and paragraphs, however deeply nested.
 * Pictures and rules are left out; a line directly below an item belongs to it.
 */
export function readDocument(markdown: string): readonly ReadSection[] {
  const sections: { heading: string; marks: string[] }[] = []
  let open: Open[] = []
  let root: Open = { indent: -1, path: '', bullets: 0 }
  let paragraphs = 0
  let inText = false
  for (const line of markdown.split(/\r?\n/)) {
    const text = line.trim()
    const heading = /^#{1,6}\s+(.*)$/.exec(text)?.[1]
    if (heading !== undefined) {
      sections.push({ heading, marks: [] })
      open = []
      root = { indent: -1, path: '', bullets: 0 }
      paragraphs = 0
      inText = false
      continue
    }
    if (text === '' || text === '---' || /^(?:<img\b[^>]*>|!\[[^\]]*\]\([^)]*\))$/.test(text)) {
      inText = false
      continue
    }
    const marks = sections.at(-1)?.marks
    if (!marks) throw new Error(`“${text.slice(0, 20)}…” stands before the title.`)
    const item = /^(\s*)(?:(\d+)\.|[-*])\s+\S/.exec(line)
    if (item) {
      const indent = item[1]?.length ?? 0
      open = open.filter((o) => o.indent < indent)
      const parent = open.at(-1) ?? root
      const own = item[2] ?? `b${++parent.bullets}`
      const path = parent.path === '' ? own : `${parent.path}.${own}`
      open.push({ indent, path, bullets: 0 })
      marks.push(path)
    } else if (!inText) {
      marks.push(`p${++paragraphs}`)
    }
    inText = true
  }
  return sections
}
