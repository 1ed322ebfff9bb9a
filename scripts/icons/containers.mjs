/** Pixels of the sides of the pictures that the platforms ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** What Windows shows, from the smallest list to the largest tile. */
const icoSizes = [16, 24, 32, 48, 64, 128, 256]

/** Types of a Mac's icon file by the side of the picture: the plain one, and the same pixels at twice the density. */
const icnsTypes = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])

/** @typedef {ReadonlyMap<number, Buffer>} Pngs PNG files by the side of the picture */

/**
 * A Windows icon file: a table of contents, then the PNG files.
 *
 * @param {Pngs} pngs
 */
export function ico(pngs) {
  const head = Buffer.alloc(6 + 16 * icoSizes.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(icoSizes.length, 4)
  let at = head.length
  for (const [index, size] of icoSizes.entries()) {
    const png = pngOf(pngs, size)
    const entry = 6 + 16 * index
    // 256 does not fit into its byte, and is written as 0.
    head.writeUInt8(size % 256, entry)
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  }
  return Buffer.concat([head, ...icoSizes.map((size) => pngOf(pngs, size))])
}

/**
 * A Mac icon file: blocks of type, length and PNG file.
 *
 * @param {Pngs} pngs
 */
export function icns(pngs) {
  const blocks = icnsTypes.map(([type, size]) => block(type, pngOf(pngs, size)))
  return block('icns', Buffer.concat(blocks))
}

function block(/** @type {string} */ type, /** @type {Buffer} */ content) {
  const head = Buffer.alloc(8)
  head.write(type, 'ascii')
  head.writeUInt32BE(head.length + content.length, 4)
  return Buffer.concat([head, content])
}

function pngOf(/** @type {Pngs} */ pngs, /** @type {number} */ size) {
  const png = pngs.get(size)
  if (png === undefined) throw new Error(`There is no picture of ${size} pixels.`)
  return png
}
