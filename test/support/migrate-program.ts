import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { configure } from '../../electron/store/database.ts'
import { inspectFile, migrate } from '../../electron/store/migrate.ts'
import { migrations } from '../../electron/store/migrations/index.ts'
import { workspacePaths } from '../../electron/store/workspace-folder.ts'

/**
 * A process of its own that migrates a file and ends, as by a power button, at its n-th statement:
 * `migrate-program.ts FILE N`. With N 0 it goes through, and says how many statements there were.
 */
const [file = '', last = '0'] = process.argv.slice(2)
let statements = 0
const db = new Database(file, {
  verbose: () => {
    statements += 1
    if (statements === Number(last)) process.kill(process.pid, 'SIGKILL')
  },
})
const found = inspectFile(db, file, migrations)
configure(db, file)
await migrate(db, workspacePaths(dirname(file)), found, '2026-11-21T12:00:00.000Z', migrations)
db.close()
process.stdout.write(`${statements}\n`)
