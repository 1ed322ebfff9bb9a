import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { readiness } from '../state/readiness.ts'

/**
 * Screens that are not needed to begin the day: each is a file of its own, fetched when it is first opened, or before
 * that once the app has nothing else to do.
 */
const fetched = {
  ChecksScreen: () => import('../features/checks/checks-screen.tsx'),
  ChangesScreen: () => import('../features/changes/changes-screen.tsx'),
  DataScreen: () => import('../features/data/data-screen.tsx'),
  DossierScreen: () => import('../features/dossier/dossier-screen.tsx'),
  ExchangeScreen: () => import('../features/exchange/exchange-screen.tsx'),
  ReportsScreen: () => import('../features/reports/reports-screen.tsx'),
  ScenariosScreen: () => import('../features/practice/scenarios-screen.tsx'),
  SettingsScreen: () => import('../features/settings/settings-screen.tsx'),
  TemplatesScreen: () => import('../features/templates/templates-screen.tsx'),
}

export const ChecksScreen = later(fetched.ChecksScreen, (m) => m.ChecksScreen)
export const ChangesScreen = later(fetched.ChangesScreen, (m) => m.ChangesScreen)
export const DataScreen = later(fetched.DataScreen, (m) => m.DataScreen)
export const DossierScreen = later(fetched.DossierScreen, (m) => m.DossierScreen)
export const ExchangeScreen = later(fetched.ExchangeScreen, (m) => m.ExchangeScreen)
export const ReportsScreen = later(fetched.ReportsScreen, (m) => m.ReportsScreen)
export const ScenariosScreen = later(fetched.ScenariosScreen, (m) => m.ScenariosScreen)
export const SettingsScreen = later(fetched.SettingsScreen, (m) => m.SettingsScreen)
export const TemplatesScreen = later(fetched.TemplatesScreen, (m) => m.TemplatesScreen)

/** Fetches them while nobody waits. One that cannot be fetched now is asked for again when it is opened. */
export function fetchLaterScreens(): void {
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1_000))
  idle(async () => {
    for (const screen of Object.values(fetched)) await screen().catch(() => {})
  })
}

function later<M, P>(
  load: () => Promise<M>,
  screen: (module: M) => ComponentType<P>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => {
    const settle = readiness.begin()
    try {
      return { default: screen(await load()) }
    } finally {
      settle()
    }
  })
}
