import { Menu, Tray } from 'electron'
import { contract } from '../../shared/contract/index.ts'
import type { Dispatch } from '../rpc/dispatch.ts'
import { trayImage } from './images.ts'
import { type TrayActions, trayFace } from './tray-menu.ts'

export interface BadgeActions {
  /** Shows beside the app's own icon how much somebody has to act on. */
  badge(count: number): void
}

/** Puts the app into the tray. @returns the function that brings it up to date with what is due */
export function openTray(dispatch: Dispatch, actions: TrayActions & BadgeActions): () => void {
  const tray = new Tray(trayImage())
  tray.on('click', () => actions.open(''))
  let running = false
  let again = false

  // Hints come in bursts: one look at a time, and one more where something came in between.
  async function refresh(): Promise<void> {
    running = true
    again = false
    const reply: unknown = JSON.parse(await dispatch('due.list', '{}'))
    const value = typeof reply === 'object' && reply !== null && 'value' in reply ? reply.value : null
    const today = contract['due.list'].output.safeParse(value)
    const { toolTip, count, items } = trayFace(today.success ? today.data : null, actions)
    tray.setToolTip(toolTip)
    tray.setContextMenu(Menu.buildFromTemplate(items))
    actions.badge(count)
    running = false
    if (again) await refresh()
  }

  return () => {
    again = true
    if (!running) void refresh()
  }
}
