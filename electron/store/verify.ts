import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import { fileHash } from './backup/write-backup.ts'
import { type Db, numberPragma } from './database.ts'
import type { Integrity } from './integrity.ts'
import { strangeSchema } from './schema.ts'
import { workspacePaths } from './workspace-folder.ts'

export interface Verified extends Integrity {
  /** Files that cases refer to, each counted once. */
  readonly attachments: number
}

interface Reference {
  readonly sha256: string
  readonly name: string
  readonly number: number
}

/** Every attachment that a case refers to, against its hash, and the schema against the released one. */
export async function verifyFiles(db: Db, workspace: string, integrity: Integrity): Promise<Verified> {
  // What follows reads the pages that were found to be damaged.
  if (integrity.findings.some(({ code }) => code === 'verify.database')) return { ...integrity, attachments: 0 }
  const strange = strangeSchema(db, numberPragma(db, 'user_version'))
  const references = db
    .prepare<[], Reference>(
      `SELECT a.sha256 AS sha256, min(a.name) AS name, min(c.number) AS number
       FROM attachments a JOIN cases c ON c.id = a.case_id GROUP BY a.sha256 ORDER BY 1`,
    )
    .all()
  const files: Finding[] = []
  for (const { sha256, name, number } of references) {
    const path = join(workspacePaths(workspace).attachments, sha256.slice(0, 2), sha256)
    const params = { sha256, name, case: `C-${number}` }
    if (!existsSync(path)) files.push(finding('error', 'verify.attachment-missing', params))
    else if ((await fileHash(path)) !== sha256) files.push(finding('error', 'verify.attachment-altered', params))
  }
  const findings = [
    ...integrity.findings,
    ...strange.map((name) => finding('error', 'verify.schema', { name })),
    ...files,
  ]
  return { ...integrity, findings, attachments: references.length }
}
