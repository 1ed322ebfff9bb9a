import { describe } from 'vitest'
import { openWorkspaceStore } from '../support/sqlite-workspace.ts'
import { caseStoreConformance } from './case-store.ts'

describe('the store on SQLite', () => caseStoreConformance(() => openWorkspaceStore()))
