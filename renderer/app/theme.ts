import type { OutputOf } from '../../shared/contract/index.ts'

type Appearance = OutputOf<'settings.get'>['appearance']

const KEPT = 'casebook.appearance'

/** Sets theme and density on the document, and keeps them for the first paint of the next start. */
export function applyAppearance(appearance: Pick<Appearance, 'theme' | 'density'>): void {
  const { dataset } = document.documentElement
  dataset.theme = appearance.theme
  dataset.density = appearance.density
  try {
    localStorage.setItem(KEPT, JSON.stringify({ theme: appearance.theme, density: appearance.density }))
  } catch {
    // Without storage the next start paints in the system's theme until the settings are read.
  }
}

/** The look of the last time, before the settings have been read. */
export function applyKeptAppearance(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return
    const { theme, density } = kept as Record<string, unknown>
    if (typeof theme === 'string') document.documentElement.dataset.theme = theme
    if (typeof density === 'string') document.documentElement.dataset.density = density
  } catch {
    // Nothing kept: the system's theme.
  }
}
