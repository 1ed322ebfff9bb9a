import type { ChangeEvent } from '../../shared/contract/index.ts'
import { client } from '../client/index.ts'
import { useCaseList } from './case-list.ts'
import { refreshCoach } from './coach.ts'
import { useCase } from './current-case.ts'
import { useCustomerList, usePayerList } from './directory-lists.ts'
import { useHandedFile } from './handed-file.ts'
import { useJobs } from './jobs.ts'
import { useLocation } from './location.ts'
import {
  useActivity,
  useBackups,
  useBoard,
  useCasesOf,
  useChecks,
  useCustomer,
  useCustomers,
  useDirectoryActivity,
  useMessages,
  usePayer,
  usePayers,
  usePractice,
  usePreflight,
  useReport,
  useRequests,
  useRound,
  useSettings,
  useToday,
  useUndoList,
  useViews,
  useWatch,
} from './queries.ts'
import { showReminders } from './reminders.ts'
import { useSession } from './session.ts'

/** Long enough to take the events of one command together, too short to be felt. */
const GATHER = 40

let topics = new Set<ChangeEvent['topic']>()
let ids = new Set<string>()
let sequence = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Follows the host's hints. Each only says that something is newer; what is on the screen is then fetched again. */
export function followChanges(): () => void {
  return client.listen({
    change: (event) => {
      // A sequence seen before is an echo; a practice or host event may carry none of its own.
      if (event.topic === 'cases' && event.sequence < sequence) return
      // Another workspace, or a backup in its place, begins to count anew.
      sequence = event.topic === 'host' ? 0 : Math.max(sequence, event.sequence)
      topics.add(event.topic)
      // A job's ID says nothing of the cases that a change in the same breath touched.
      if (event.topic !== 'jobs') for (const id of event.ids) ids.add(id)
      timer ??= setTimeout(refetch, GATHER)
    },
    link: (state) => {
      const { connected } = useSession.getState()
      if (state === 'down') useSession.setState({ connected: false })
      else if (!connected) {
        // Events of the silence are lost: everything shown may be old.
        useSession.setState({ connected: true })
        topics = new Set(['cases', 'settings', 'practice', 'host', 'jobs', 'reminders', 'checks'])
        ids = new Set()
        refetch()
      }
    },
  })
}

function refetch(): void {
  const [changed, touched] = [topics, ids]
  topics = new Set()
  ids = new Set()
  clearTimeout(timer)
  timer = undefined

  if (changed.has('host')) void useHandedFile.getState().look()
  if (changed.has('host') || changed.has('settings') || changed.has('practice')) void useSession.getState().load()
  if (changed.has('settings') || changed.has('host')) void useSettings.getState().refresh()
  if (changed.has('practice')) void usePractice.getState().refresh()
  if (changed.has('reminders')) void showReminders()
  if (changed.has('jobs')) void useJobs.getState().refresh()
  if (changed.has('checks')) {
    void useWatch.getState().refresh()
    void useRound.getState().refresh()
  }
  // Many rows: only where they are on the screen. Coming to it asks anew.
  const isShown = useLocation.getState().route.screen === 'checks'
  if (isShown && (changed.has('checks') || changed.has('cases'))) void useChecks.getState().refresh()
  // A practice clock that moved changes every due time.
  if (changed.has('host')) refetchCases(new Set())
  else if (changed.has('cases') || changed.has('practice') || changed.has('settings')) refetchCases(touched)
}

function refetchCases(touched: ReadonlySet<string>): void {
  void useToday.getState().refresh()
  void useUndoList.getState().refresh()
  void useBackups.getState().refresh()
  void useReport.getState().refresh()
  refreshCoach()
  // The list and its views are fetched again where they are on the screen; coming to them asks anew.
  if (useLocation.getState().route.screen === 'cases') {
    void useCaseList.getState().refresh()
    void useViews.getState().refresh()
    if (useCaseList.getState().layout === 'board') void useBoard.getState().refresh()
  }
  void useCustomers.getState().refresh()
  for (const list of [useCustomerList, usePayerList]) if (list.getState().data !== null) void list.getState().refresh()
  void useCustomer.getState().refresh()
  void useCasesOf.getState().refresh()
  void useDirectoryActivity.getState().refresh()
  void useRequests.getState().refresh()
  void usePayers.getState().refresh()
  void usePayer.getState().refresh()
  const shown = useCase.getState().data
  const concerned = shown && [shown.id, shown.customer.id, shown.payer.id].some((id) => touched.has(id))
  if (touched.size > 0 && !concerned) return
  void useCase.getState().refresh()
  void usePreflight.getState().refresh()
  void useMessages.getState().refresh()
  void useActivity.getState().refresh()
}
