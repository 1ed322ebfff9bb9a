import { toBase64 } from '../../shared/contract/base64.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Context } from './context.ts'
import { pictureType, textOf } from './file-kind.ts'
import type { AppHandlers } from './handlers.ts'

/** Characters of a text that are enough to recognise it by; the file itself is given whole. */
const SHOWN = 4_000

/** The files that are kept with a case, given back. */
export function caseFileHandlers(context: Context): Pick<AppHandlers, 'case.file'> {
  return {
    async 'case.file'({ case: reference, file: id }) {
      const c = await context.case(reference)
      const file = c.attachments.find((attachment) => attachment.id === id)
      if (!file) throw new CasebookError(refuse('attachment.unknown', { case: `C-${c.record.number}` }, 'file'))
      const bytes = await context.ports.attachments.get(file.sha256)
      const picture = pictureType(bytes)
      const text = picture === null ? textOf(bytes, SHOWN) : null
      return { file, picture, text, base64: toBase64(bytes) }
    },
  }
}
