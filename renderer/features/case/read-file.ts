import { toBase64 } from '../../format/bytes.ts'

/** A file as the contract carries it: its name, and its bytes as base64. @throws DOMException where it cannot be read. */
export async function readFile(file: File): Promise<{ readonly name: string; readonly base64: string }> {
  return { name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) }
}
