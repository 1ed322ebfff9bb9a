import { go } from '../state/location.ts'
import { caseHref, hrefOf } from '../state/route.ts'
import { useSession } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { toast } from '../state/toasts.ts'
import { undo } from '../state/undo.ts'
import { MOD } from '../ui/kbd.tsx'

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
  const goTo = (id: string, label: string, href: string, key: string): Command => ({
    id,
    label,
    keys: ['g', key],
    run: () => go(href),
  })
  return [
    { id: 'new-case', label: 'New case', keys: ['n'], run: () => show('new-case') },
    goTo('go-today', 'Go to Today', '#/today', 't'),
    goTo('go-cases', 'Go to Cases', '#/cases', 'c'),
    goTo('go-checks', 'Go to Checks', '#/checks', 'k'),
    goTo('go-customers', 'Go to Customers', '#/customers', 'u'),
    goTo('go-payers', 'Go to Payers', '#/payers', 'p'),
    goTo('go-exchange', 'Go to Import and export', '#/exchange', 'x'),
    { id: 'go-export', label: 'Export cases', run: () => go('#/exchange/export') },
    { id: 'go-handover', label: 'Take over a handover', run: () => go('#/exchange/handover') },
    goTo('go-settings', 'Go to Settings', '#/settings', 's'),
    ...(context.caseRef === null ? [] : caseCommands(context.caseRef)),
    { id: 'undo', label: 'Undo my last change', keys: [MOD, 'Z'], run: () => void undo('undo.last') },
    { id: 'redo', label: 'Redo what was undone', keys: [MOD, 'Shift', 'Z'], run: () => void undo('undo.redo') },
    { id: 'shortcuts', label: 'Keyboard shortcuts', keys: ['?'], run: () => show('shortcuts') },
    ...(context.practice ? [{ id: 'go-practice', label: 'Practice scenarios', run: () => go('#/practice') }] : []),
    context.practice
      ? { id: 'leave-practice', label: 'Leave practice', run: () => switchTo('real') }
      : { id: 'practise', label: 'Practise with simulated AWS', run: () => switchTo('practice') },
  ]
}

function caseCommands(ref: string): readonly Command[] {
  return [
    { id: 'case-steps', label: `${ref}: steps`, keys: ['1'], run: () => go(caseHref(ref)) },
    { id: 'case-submission', label: `${ref}: submission`, keys: ['2'], run: () => go(caseHref(ref, 'submission')) },
    { id: 'case-files', label: `${ref}: files`, keys: ['3'], run: () => go(caseHref(ref, 'files')) },
    { id: 'case-timeline', label: `${ref}: timeline`, keys: ['4'], run: () => go(caseHref(ref, 'timeline')) },
    { id: 'case-dossier', label: `${ref}: dossier to print`, run: () => go(hrefOf({ screen: 'dossier', ref })) },
    { id: 'case-details', label: `${ref}: details`, keys: ['5'], run: () => go(caseHref(ref, 'details')) },
  ]
}

function switchTo(kind: 'real' | 'practice'): void {
  useSession.getState().switchTo(kind).catch(toast.failed)
}
