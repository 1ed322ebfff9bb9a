import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** What the content security policy (`default-src 'none'`, scripts and styles from ourselves only) would refuse. */
const refused: readonly { readonly name: string; readonly in: RegExp; readonly pattern: RegExp }[] = [
  { name: 'a style element', in: /\.(tsx|html)$/, pattern: /<style[\s>]/ },
  { name: 'an inline script', in: /\.(tsx|html)$/, pattern: /<script(?![^>]*\bsrc=)[\s>]/ },
  { name: 'a style attribute in HTML', in: /\.html$/, pattern: /\sstyle=/ },
  { name: 'an inline event handler', in: /\.html$/, pattern: /\son[a-z]+=/ },
  {
    name: 'HTML set as text',
    in: /\.tsx?$/,
    pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML/,
  },
  { name: 'a style element made by hand', in: /\.tsx?$/, pattern: /createElement\(\s*['"`]style['"`]/ },
  { name: 'a style attribute set as text', in: /\.tsx?$/, pattern: /setAttribute\(\s*['"`]style['"`]/ },
  { name: 'code made from text', in: /\.tsx?$/, pattern: /\beval\(|new Function\(|set(Timeout|Interval)\(\s*['"`]/ },
  { name: 'an address in CSS', in: /\.css$/, pattern: /(url\(|@import)\s*['"]?(https?:|\/\/|data:)/ },
]

function refusedIn(path: string, text: string): string[] {
  return refused.flatMap(({ name, in: files, pattern }) =>
    files.test(path) && pattern.test(text) ? [`${path}: ${name}`] : [],
  )
}

describe('the renderer', () => {
  it('holds nothing that the content security policy would refuse', () => {
    const files = sourceFiles(/^renderer\/.*\.(tsx?|css|html)$/)
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(({ path, text }) => refusedIn(path, text))).toEqual([])
  })

  it.each([
    ['a.tsx', '<style>{css}</style>'],
    ['a.tsx', '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    ['a.ts', 'element.innerHTML = text'],
    ['a.ts', `document.createElement('style')`],
    ['a.ts', `element.setAttribute('style', text)`],
    ['a.ts', `setTimeout('go()', 1)`],
    ['a.html', '<script>go()</script>'],
    ['a.html', '<body onload="go()">'],
    ['a.html', '<p style="color: red">'],
    ['a.css', '@import "https://fonts.example/inter.css";'],
    ['a.css', 'a { background: url(data:image/png;base64,AA==) }'],
  ])('would be caught in %s with %s', (path, text) => {
    expect(refusedIn(path, text)).toHaveLength(1)
  })

  it('may set styles through React, which the policy allows', () => {
    expect(refusedIn('a.tsx', '<div style={{ height }}><script src="./main.tsx"></script></div>')).toEqual([])
  })
})
