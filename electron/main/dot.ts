/** A filled circle, as rows of blue, green, red and opacity. */
export function dotPixels(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (Math.hypot(x - middle, y - middle) <= size / 2 - 1) pixels.set([0x2b, 0x39, 0xd9, 0xff], (y * size + x) * 4)
    }
  }
  return pixels
}
