import { useEffect } from 'react'
import { useRoute } from '../state/location.ts'
import { useSettings } from '../state/queries.ts'
import { useIsPractice } from '../state/session.ts'
import { useSurface } from '../state/surfaces.ts'
import { undo } from '../state/undo.ts'
import { commands } from './commands.ts'

/** A second key has this long to follow the first. */
const CHORD = 1_200

/** The keys of the whole app: Ctrl/⌘ K always, single letters unless switched off or somebody is typing. */
export function useKeys(): void {
  const route = useRoute()
  const practice = useIsPractice()
  const singleKeys = useSettings((s) => s.data?.appearance.singleKeys ?? true)
  const caseRef = route.screen === 'case' ? route.ref : null

  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null
    const onKey = (event: KeyboardEvent) => {
      const { open, show } = useSurface.getState()
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        show(open === 'palette' ? null : 'palette')
        return
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isTyping(event.target)) {
        if (open !== null || document.querySelector('[role="dialog"]:not([aria-modal="false"])')) return
        event.preventDefault()
        void undo(event.shiftKey ? 'undo.redo' : 'undo.last')
        return
      }
      if (!singleKeys || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (
        open !== null ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"]:not([aria-modal="false"]),[role="menu"]')
      )
        return

      const before = first !== null && event.timeStamp - first.at < CHORD ? [first.key] : []
      first = null
      const pressed = [...before, event.key]
      const all = commands({ caseRef, practice })
      const hit = all.find((c) => c.keys?.join(' ') === pressed.join(' '))
      if (hit) {
        event.preventDefault()
        hit.run()
      } else if (all.some((c) => c.keys?.length === 2 && c.keys[0] === event.key)) {
        first = { key: event.key, at: event.timeStamp }
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [caseRef, practice, singleKeys])
}

/** Whether a key belongs to a control that takes text or choices. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input,textarea,select,[contenteditable]') !== null
}
