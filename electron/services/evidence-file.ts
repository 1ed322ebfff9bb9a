import type { Act } from '../../shared/domain/case/act.ts'
import type { Attachment } from '../../shared/domain/records/attachment.ts'
import type { Case } from '../../shared/domain/records/case-aggregate.ts'
import { refuse } from '../../shared/domain/refusal.ts'
import { CasebookError } from './casebook-error.ts'
import type { Packer } from './ports.ts'

/** Largest evidence file in bytes: a screenshot or a mail, not an archive. */
const EVIDENCE_LIMIT = 10_000_000

/** The record of a file that is kept with a case as evidence. Throws `evidence.too-large`. Stores nothing. */
export function evidenceFile(packer: Packer, c: Case, name: string, bytes: Uint8Array, act: Act): Attachment {
  if (bytes.length > EVIDENCE_LIMIT) {
    throw new CasebookError(
      refuse('evidence.too-large', { name, size: bytes.length, limit: EVIDENCE_LIMIT }, 'evidence'),
    )
  }
  return {
    id: act.newId(),
    caseId: c.record.id,
    payerId: null,
    kind: 'evidence',
    name: name.slice(-255) || 'evidence',
    sha256: packer.sha256(bytes),
    size: bytes.length,
    origin: name,
    modifiedAt: null,
    addedAt: act.now,
    addedBy: act.by,
  }
}
