import { client } from '../client/index.ts'
import { createQueryStore } from './query-store.ts'

/** One store for each thing a screen shows; each knows the last question and its answer. */
export const useToday = createQueryStore(client, 'due.list')
export const useReport = createQueryStore(client, 'report.overview')
export const useSettings = createQueryStore(client, 'settings.get')
export const useCustomers = createQueryStore(client, 'customer.list')
export const usePayers = createQueryStore(client, 'payer.list')
export const useDesktop = createQueryStore(client, 'host.desktop')
export const usePayer = createQueryStore(client, 'payer.get')
export const useProcedures = createQueryStore(client, 'procedure.list')
export const useMessages = createQueryStore(client, 'submission.messages')
export const usePractice = createQueryStore(client, 'practice.state')
export const useBackups = createQueryStore(client, 'workspace.backups')
export const useUndoList = createQueryStore(client, 'undo.list')
export const useActivity = createQueryStore(client, 'activity.list')
export const useWatch = createQueryStore(client, 'watch.state')
export const useRound = createQueryStore(client, 'checks.progress')
export const useChecks = createQueryStore(client, 'checks.list')
export const usePreflight = createQueryStore(client, 'submission.preflight')
export const useTags = createQueryStore(client, 'tag.list')
/** Asked again after changes only while the board is shown. */
export const useBoard = createQueryStore(client, 'case.board')
export const useViews = createQueryStore(client, 'view.list')
export const useCustomer = createQueryStore(client, 'customer.get')
export const useCasesOf = createQueryStore(client, 'case.list')
export const useRequests = createQueryStore(client, 'request.list')
export const useDirectoryActivity = createQueryStore(client, 'activity.list')
