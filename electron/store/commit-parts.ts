import type { ChangeSet } from '../../shared/domain/records/change-set.ts'
import type { Committed } from '../services/ports.ts'
import { ActivityLog } from './activity-log.ts'
import { configure, openRaw, preparing } from './database.ts'
import { withFaultsAsync } from './faults.ts'
import { History } from './history.ts'
import { KeptParts } from './kept-parts.ts'
import { type Image, writeChange } from './writer.ts'

/**
 * Writes a change part by part in one transaction on a connection of its own: who reads meanwhile, on the store's, sees
 * nothing of it before it is whole. Nobody else may write until it has ended.
 * @param isNew whether a row that a part changed was made by an earlier one
 */
export async function commitParts(
  file: string,
  parts: AsyncIterable<ChangeSet>,
  isNew: (image: Image) => boolean,
): Promise<Committed> {
  return withFaultsAsync(file, async () => {
    const db = openRaw(file)
    try {
      configure(db, file)
      db.exec('BEGIN IMMEDIATE')
      const prepare = preparing(db)
      const log = new ActivityLog(prepare)
      const kept = new KeptParts(new History(prepare, log))
      let sequence = 0
      for await (const { puts, activity } of parts) {
        const images = writeChange(prepare, { puts, activity }).filter((image) => image.row === null || !isNew(image))
        sequence = log.append(activity)
        kept.add(activity, sequence, images)
      }
      kept.end()
      db.exec('COMMIT')
      return { sequence }
    } finally {
      if (db.inTransaction) db.exec('ROLLBACK')
      db.close()
    }
  })
}
