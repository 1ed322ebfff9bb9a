import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, finding } from '../../shared/domain/finding.ts'
import { type ActivityLog, STRETCH } from './activity-log.ts'
import { aside } from './aside.ts'
import { type Db, numberPragma, type Prepare } from './database.ts'
import { withFaultsAsync } from './faults.ts'
import { fileHash } from './file-hash.ts'
import { FIRST_STEPS, type Integrity, integritySteps } from './integrity.ts'
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

/** Says how far it is, and resolves when others have had their turn. It ends the work by throwing. */
export type Progress = (done: number, total: number) => Promise<void>

/**
 * Everything in the file against itself, every attachment that a case refers to against its hash, and the schema against
 * the released one.
 * @param work runs one piece with the faults of the disk as coded ones
 */
export async function verifyWorkspace(
  db: Db,
  prepare: Prepare,
  log: ActivityLog,
  workspace: string,
  work: <T>(piece: () => T) => T,
  progress: Progress,
): Promise<Verified> {
  const pages = await withFaultsAsync(db.name, () => aside('pageReport', db.name))
  const steps = integritySteps(db, prepare, log, pages)
  let done = 0
  let total = FIRST_STEPS
  for (;;) {
    const step = work(() => steps.next())
    if (step.done) return verifyFiles(db, workspace, step.value, (files, of) => progress(done + files, done + of))
    // A file whose pages are sound can be counted.
    if (done === 0) total += work(() => countIn(prepare))
    done += 1
    await progress(done, total)
  }
}

/** How much there is to go through, attachments included. */
function countIn(prepare: Prepare): number {
  const count = (of: string, table: string) => Number(prepare(`SELECT count(${of}) AS n FROM ${table}`).get()?.n)
  return Math.floor(count('*', 'activity') / STRETCH) + count('DISTINCT sha256', 'attachments')
}

async function verifyFiles(db: Db, workspace: string, integrity: Integrity, progress: Progress): Promise<Verified> {
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
  for (const [n, { sha256, name, number }] of references.entries()) {
    await progress(n, references.length)
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
