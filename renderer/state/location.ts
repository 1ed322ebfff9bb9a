import { create } from 'zustand'
import { parseRoute, type Route } from './route.ts'

interface Location {
  readonly route: Route
}

/** Where the operator is. The browser's own address is the truth; this follows it. */
export const useLocation = create<Location>()(() => ({ route: parseRoute(window.location.hash) }))

window.addEventListener('hashchange', () => useLocation.setState({ route: parseRoute(window.location.hash) }))

/** Goes to an address, as a link would. */
export function go(href: string): void {
  window.location.hash = href
}

/** Says where the operator is without a step to come back to: what is typed is not a place. */
export function replaceAddress(href: string): void {
  window.history.replaceState(null, '', href)
  useLocation.setState({ route: parseRoute(window.location.hash) })
}

export function useRoute(): Route {
  return useLocation((s) => s.route)
}
