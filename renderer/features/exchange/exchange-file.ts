import { exchangeText as text } from '../../../shared/text/ui/exchange.ts'
import { toBase64 } from '../../format/bytes.ts'
import type { FieldProblem } from '../../ui/field.tsx'

export interface PickedFile {
  readonly name: string
  readonly base64: string
}

/** As much as one operation carries. */
const LARGEST = 24_000_000

/** A file from outside as the contract carries it, or why it cannot be taken. */
export async function pickFile(file: File): Promise<PickedFile | FieldProblem> {
  if (file.size > LARGEST) return text.tooLarge
  try {
    return { name: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    return text.unreadable
  }
}

export function isPicked(file: PickedFile | FieldProblem): file is PickedFile {
  return 'base64' in file
}
