// Makes the icons of all platforms from resources/icon.svg, into resources/icons. Run it after the drawing has changed;
// what it makes is kept in the repository, because a build needs no browser.
import './lib/on-pinned-node.mjs'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { icns, ico, iconSizes } from './icons/containers.mjs'
import { readNote } from './lib/note.mjs'
import { chromiumNote, root } from './lib/paths.mjs'
import { asScript } from './lib/say.mjs'

const folder = join(root, 'resources', 'icons')
const drawing = join(root, 'resources', 'icon.svg')

await asScript(async () => {
  const svg = readFileSync(drawing, 'utf8')
  const pngs = await draw(svg)
  mkdirSync(folder, { recursive: true })
  for (const [size, png] of pngs) writeFileSync(join(folder, `${size}x${size}.png`), png)
  writeFileSync(join(folder, 'icon.ico'), ico(pngs))
  writeFileSync(join(folder, 'icon.icns'), icns(pngs))
  writeFileSync(join(folder, 'tray.png'), pngs.get(16) ?? '')
  writeFileSync(join(folder, 'tray@2x.png'), pngs.get(32) ?? '')
  // So that a drawing that has changed since is noticed.
  writeFileSync(join(folder, 'drawing.sha256'), `${createHash('sha256').update(svg).digest('hex')}\n`)
})

/**
 * The drawing at every size, as PNG with a transparent ground.
 *
 * @param {string} svg
 */
async function draw(svg) {
  const path = readNote(chromiumNote)?.path
  const browser = await chromium.launch(path === undefined ? {} : { executablePath: path })
  const page = await browser.newPage()
  /** @type {Map<number, Buffer>} */
  const pngs = new Map()
  for (const size of iconSizes) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
    pngs.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return pngs
}
