import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Rectangle } from 'electron'

export interface WindowState {
  readonly bounds: Rectangle
  readonly maximized: boolean
}

const usual = { width: 1280, height: 860 }
export const smallest = { width: 720, height: 480 }

/** Pixels of a window that have to be on a display for a person to get hold of it. */
const GRIP = 96

/**
 * Where the window opens: where it was, as long as enough of it would be on a display that is there now;
 * else at its usual size in the middle of the first one.
 * @param displays work areas, the primary display's first
 */
export function placeWindow(kept: WindowState | null, displays: readonly Rectangle[]): WindowState {
  if (kept !== null && displays.some((display) => canBeGrabbed(kept.bounds, display))) return kept
  const { x, y, width, height } = displays[0] ?? { x: 0, y: 0, ...usual }
  const size = { width: Math.min(usual.width, width), height: Math.min(usual.height, height) }
  const bounds = { x: x + Math.round((width - size.width) / 2), y: y + Math.round((height - size.height) / 2), ...size }
  return { bounds, maximized: kept?.maximized ?? false }
}

function canBeGrabbed(window: Rectangle, display: Rectangle): boolean {
  const across = Math.min(window.x + window.width, display.x + display.width) - Math.max(window.x, display.x)
  // The title bar is what a window is moved by: its top edge has to be there.
  const titleIsThere = window.y >= display.y && window.y + GRIP / 2 <= display.y + display.height
  return across >= GRIP && titleIsThere && window.width >= smallest.width && window.height >= smallest.height
}

/** The state kept at the last close; null where there is none that can be read. */
export function readWindowState(file: string): WindowState | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isWindowState(kept) ? kept : null
  } catch {
    return null
  }
}

/** Keeps the state. Failing to is not worth a word: the window opens at its usual place next time. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    // As the sentence above says.
  }
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null || !('bounds' in value) || !('maximized' in value)) return false
  const { bounds, maximized } = value
  if (typeof bounds !== 'object' || bounds === null || typeof maximized !== 'boolean') return false
  const sides: Partial<Record<keyof Rectangle, unknown>> = bounds
  return [sides.x, sides.y, sides.width, sides.height].every((side) => Number.isSafeInteger(side))
}
