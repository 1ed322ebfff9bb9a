import { fromBase64 } from '../format/bytes.ts'

/** Lets the browser save bytes as a file, as if it had been a download. */
export function saveBytes(name: string, base64: string, type: string): void {
  save(name, new Blob([fromBase64(base64)], { type }))
}

/** The same for a text. */
export function saveText(name: string, text: string, type: string): void {
  save(name, new Blob([text], { type }))
}

function save(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
