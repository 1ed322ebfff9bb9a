import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { iconSizes } from '../icons/containers.mjs'

/**
 * What is wrong with the icons in a folder; empty where nothing is: all sizes are there and are what their names say,
 * the containers hold pictures of the sizes that the platforms ask for, and all were made from the drawing as it is.
 *
 * @param {string} folder
 * @param {string} drawing path of the SVG
 * @returns {string[]}
 */
export function iconFindings(folder, drawing) {
  const hash = createHash('sha256').update(readFileSync(drawing)).digest('hex')
  const made = existsSync(join(folder, 'drawing.sha256'))
    ? readFileSync(join(folder, 'drawing.sha256'), 'utf8').trim()
    : ''
  return [
    ...(made === hash ? [] : ['the icons were made from another drawing; run npm run icons']),
    ...iconSizes.flatMap((size) => pictureFindings(join(folder, `${size}x${size}.png`), size)),
    ...pictureFindings(join(folder, 'tray.png'), 16),
    ...pictureFindings(join(folder, 'tray@2x.png'), 32),
    ...containerFindings(join(folder, 'icon.ico'), icoSides, [16, 32, 48, 256]),
    ...containerFindings(join(folder, 'icon.icns'), icnsSides, [16, 32, 128, 256, 512, 1024]),
  ]
}

function pictureFindings(/** @type {string} */ path, /** @type {number} */ side) {
  if (!existsSync(path)) return [`${path} is missing`]
  const found = sideOf(readFileSync(path))
  return found === side ? [] : [`${path} is ${found ?? 'no picture'}, not ${side}`]
}

/**
 * @param {string} path
 * @param {(file: Buffer) => (number | undefined)[]} sides
 * @param {readonly number[]} wanted
 */
function containerFindings(path, sides, wanted) {
  if (!existsSync(path)) return [`${path} is missing`]
  const found = sides(readFileSync(path))
  const lacking = wanted.filter((side) => !found.includes(side))
  return [
    ...(found.includes(undefined) ? [`${path} holds something that is no picture`] : []),
    ...lacking.map((side) => `${path} holds no picture of ${side} pixels`),
  ]
}

/** Pixels of the side of a square PNG; undefined where it is none. */
function sideOf(/** @type {Buffer} */ file) {
  const isPng =
    file.length > 24 && file.readUInt32BE(0) === 0x89504e47 && file.readUInt32BE(16) === file.readUInt32BE(20)
  return isPng ? file.readUInt32BE(16) : undefined
}

function icoSides(/** @type {Buffer} */ file) {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index
    const at = file.readUInt32LE(entry + 12)
    const side = sideOf(file.subarray(at, at + file.readUInt32LE(entry + 8)))
    // The table of contents says the same, with 0 for 256.
    return side !== undefined && file.readUInt8(entry) === side % 256 ? side : undefined
  })
}

function icnsSides(/** @type {Buffer} */ file) {
  if (file.toString('ascii', 0, 4) !== 'icns' || file.readUInt32BE(4) !== file.length) return [undefined]
  const sides = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at + 4)
    sides.push(sideOf(file.subarray(at + 8, at + length)))
    at += length
  }
  return sides
}
