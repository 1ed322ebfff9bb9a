/** A long text that is made part by part: each is turned into bytes as it comes, so that the whole is never a text. */
export class TextParts {
  readonly #parts: Uint8Array[] = []
  readonly #encoder = new TextEncoder()

  add(text: string): void {
    this.#parts.push(this.#encoder.encode(text))
  }

  /** All of it in UTF-8. */
  bytes(): Uint8Array {
    const whole = new Uint8Array(this.#parts.reduce((size, part) => size + part.length, 0))
    let at = 0
    for (const part of this.#parts) {
      whole.set(part, at)
      at += part.length
    }
    return whole
  }
}
