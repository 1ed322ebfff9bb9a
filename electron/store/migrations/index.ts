import { migration010 } from './010-workspace.ts'
import { migration020 } from './020-search.ts'
import { migration030 } from './030-exchange.ts'
import { migration040 } from './040-keeping.ts'
import { migration060 } from './060-looking.ts'
import { migration080 } from './080-agenda.ts'
import { migration090 } from './090-views.ts'
import { migration100 } from './100-duplicates.ts'
import { migration110 } from './110-board.ts'
import { migration120 } from './120-naming.ts'
import { migration130 } from './130-labels.ts'
import { migration140 } from './140-tallies.ts'
import type { Migration } from './migration.ts'

/** All migrations, oldest first. Append only. */
export const migrations: readonly Migration[] = [
  migration010,
  migration020,
  migration030,
  migration040,
  migration060,
  migration080,
  migration090,
  migration100,
  migration110,
  migration120,
  migration130,
  migration140,
]
