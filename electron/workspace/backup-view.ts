import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupView } from '../../shared/contract/operations/keeping.ts'
import { finding } from '../../shared/domain/finding.ts'
import type { BackupManifest } from '../../shared/domain/records/backup.ts'
import { localText } from '../../shared/text/times.ts'
import { findingView } from '../services/views/finding-view.ts'
import { attachmentsIn } from '../store/backup/read-backup.ts'

/** A backup as a person reads it. */
export function backupView(path: string, manifest: BackupManifest, zone: string): BackupView {
  return {
    path,
    name: basename(path),
    size: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    createdAt: manifest.createdAt,
    createdText: localText(manifest.createdAt, zone),
    reason: manifest.reason,
    dataVersion: manifest.dataVersion,
    company: manifest.workspace?.company ?? null,
    kind: manifest.workspace?.kind ?? null,
    customers: manifest.customers,
    cases: manifest.cases,
    attachments: attachmentsIn(manifest).length,
    lastChange: lastChangeView(manifest.lastChange, zone),
    findings: manifest.missing.map((sha256) =>
      findingView(finding('warning', 'backup.without-attachment', { sha256 })),
    ),
  }
}

export function lastChangeView(last: BackupManifest['lastChange'], zone: string): BackupView['lastChange'] {
  return last && { sequence: last.sequence, at: last.at, text: localText(last.at, zone) }
}
