import { type KeyboardEvent, useCallback } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }

/**
 * Arrow keys (and j, k where single keys are on) move the focus through the `[data-row]` elements of a list;
 * Home and End go to its ends. Each row stays reachable with Tab as well.
 */
export function useRowKeys(singleKeys: boolean): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback(
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
      const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1
      if (at < 0) return
      const single = event.key === 'j' || event.key === 'k'
      const step = single && !singleKeys ? undefined : STEPS[event.key]
      const to =
        event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : step === undefined ? null : at + step
      const row = to === null ? undefined : rows[to]
      if (!row) return
      event.preventDefault()
      row.focus()
      row.scrollIntoView({ block: 'nearest' })
    },
    [singleKeys],
  )
}
