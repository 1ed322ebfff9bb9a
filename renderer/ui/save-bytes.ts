import { fromBase64 } from '../format/bytes.ts'

/** Lets the browser save bytes as a file, as if it had been a download. */
export function saveBytes(name: string, base64: string, type: string): void {
  const url = URL.createObjectURL(new Blob([fromBase64(base64)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
