import { type KeyId, keyEntry } from '../../shared/text/keys.ts'
import { coachText } from '../../shared/text/ui/coach.ts'
import { useCoach } from '../state/coach.ts'
import { go } from '../state/location.ts'
import { goToNeighbour } from '../state/next-case.ts'
import { caseHref, hrefOf } from '../state/route.ts'
import { useSession } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { toast } from '../state/toasts.ts'
import { undo } from '../state/undo.ts'
import { keysOf } from '../ui/kbd.tsx'

export interface Command {
  readonly id: string
  readonly label: string
  /** Keys that do the same, one after the other. */
  readonly keys?: readonly string[]
  readonly run: () => void
}

/** Everything the palette offers and the single keys do, declared once. */
export function commands(context: { readonly caseRef: string | null; readonly practice: boolean }): readonly Command[] {
  const { show } = useSurface.getState()
  return [
    keyed('new-case', () => show('new-case')),
    goTo('go-today'),
    goTo('go-cases'),
    goTo('go-checks'),
    goTo('go-customers'),
    goTo('go-payers'),
    goTo('go-exchange'),
    { id: 'go-templates', label: 'Edit the message templates', run: () => go('#/settings/templates') },
    { id: 'go-export', label: 'Export cases', run: () => go('#/exchange/export') },
    { id: 'go-handover', label: 'Take over a handover', run: () => go('#/exchange/handover') },
    goTo('go-reports'),
    goTo('go-settings'),
    { id: 'go-data', label: 'Go to Data and backups', run: () => go('#/data') },
    { id: 'go-changes', label: 'Go to Changes: what can be taken back', run: () => go('#/changes') },
    ...(context.caseRef === null ? [] : caseCommands(context.caseRef)),
    keyed('undo', () => void undo('undo.last')),
    keyed('redo', () => void undo('undo.redo')),
    keyed('messages-away', () => toast.putAway()),
    { id: 'messages', label: 'Messages of this window', run: () => show('messages') },
    { id: 'glossary', label: 'Glossary: words explained', run: () => show('glossary') },
    keyed('shortcuts', () => show('shortcuts')),
    ...(context.practice
      ? [
          { id: 'go-practice', label: 'Practice scenarios', run: () => go('#/practice') },
          { id: 'guide', label: coachText.again, run: () => useCoach.getState().show(true) },
        ]
      : []),
    context.practice
      ? { id: 'leave-practice', label: 'Leave practice', run: () => switchTo('real') }
      : { id: 'practise', label: 'Practise with simulated AWS', run: () => switchTo('practice') },
  ]
}

function caseCommands(ref: string): readonly Command[] {
  const step = (id: KeyId, by: 1 | -1): Command => ({
    ...keyed(id, () => void goToNeighbour(ref, by)),
    label: `${ref}: ${keyEntry(id).label}`,
  })
  const tab = (id: KeyId, href: string): Command => ({
    ...keyed(id, () => go(href)),
    label: `${ref}: ${keyEntry(id).label}`,
  })
  return [
    tab('case-steps', caseHref(ref)),
    tab('case-submission', caseHref(ref, 'submission')),
    tab('case-files', caseHref(ref, 'files')),
    tab('case-timeline', caseHref(ref, 'timeline')),
    { id: 'case-dossier', label: `${ref}: dossier to print`, run: () => go(hrefOf({ screen: 'dossier', ref })) },
    tab('case-details', caseHref(ref, 'details')),
    step('case-next', 1),
    step('case-previous', -1),
  ]
}

/** A command with the name and the keys of the one key map. */
function keyed(id: KeyId, run: () => void): Command {
  return { id, label: keyEntry(id).label, keys: keysOf(id), run }
}

function goTo(id: KeyId): Command {
  return keyed(id, () => go(keyEntry(id).hash ?? ''))
}

function switchTo(kind: 'real' | 'practice'): void {
  useSession.getState().switchTo(kind).catch(toast.failed)
}
