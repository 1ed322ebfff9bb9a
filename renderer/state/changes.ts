import type { ChangeEvent } from '../../shared/contract/index.ts'
import { client } from '../client/index.ts'
import { useCaseList } from './case-list.ts'
import { useFirstCase, useGuidedCase } from './coach.ts'
import { useCase } from './current-case.ts'
import { useCustomerList, usePayerList } from './directory-lists.ts'
import { useHandedFile } from './handed-file.ts'
import { useJobs } from './jobs.ts'
import { useLocation } from './location.ts'
import { createOneByOne } from './one-by-one.ts'
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

/** The host answers one question at a time: a key typed while all of these are asked waits for one of them at most. */
const askAgain = createOneByOne()

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
  if (isShown && (changed.has('checks') || changed.has('cases'))) void askAgain([useChecks.getState().refresh])
  // A practice clock that moved changes every due time.
  if (changed.has('host')) refetchCases(new Set())
  else if (changed.has('cases') || changed.has('practice') || changed.has('settings')) refetchCases(touched)
}

function refetchCases(touched: ReadonlySet<string>): void {
  const { screen } = useLocation.getState().route
  // What one acts on carries the revision that guards the next command: an old one would be refused. It waits for nothing.
  const isOwn = isConcerned(touched)
  if (isOwn) for (const one of [useCase, usePreflight]) void one.getState().refresh()
  for (const one of [useCustomer, usePayer]) void one.getState().refresh()
  void askAgain([
    // The list and its views are fetched again where they are on the screen; coming to them asks anew.
    ...(screen === 'cases' ? [useCaseList.getState().refresh, useViews.getState().refresh] : []),
    ...(screen === 'cases' && useCaseList.getState().layout === 'board' ? [useBoard.getState().refresh] : []),
    ...(isOwn ? [useMessages, useActivity].map((one) => one.getState().refresh) : []),
    ...[useToday, useUndoList, useBackups, useReport].map((one) => one.getState().refresh),
    ...[useCustomers, useCasesOf, useDirectoryActivity].map((one) => one.getState().refresh),
    ...[useRequests, usePayers].map((one) => one.getState().refresh),
    ...[useCustomerList, usePayerList].flatMap((one) => (one.getState().data === null ? [] : [one.getState().refresh])),
    ...[useFirstCase, useGuidedCase].map((one) => one.getState().refresh),
  ])
}

/** Whether the case that was last opened is one of those touched, where it is known which were. */
function isConcerned(touched: ReadonlySet<string>): boolean {
  const shown = useCase.getState().data
  if (touched.size === 0) return true
  return shown !== null && [shown.id, shown.customer.id, shown.payer.id].some((id) => touched.has(id))
}
