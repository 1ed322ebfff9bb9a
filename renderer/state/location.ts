import { create } from 'zustand'
import { parseRoute, type Route } from './route.ts'

interface Location {
  readonly route: Route
}

/** Where the operator is. The browser's own address is the truth; this follows it. */
export const useLocation = create<Location>()(() => ({ route: parseRoute(window.location.hash) }))

/** What the address of this place is to say once nobody types. */
let unsaid: { readonly href: string; readonly timer: ReturnType<typeof setTimeout> } | null = null

window.addEventListener('hashchange', () => {
  // It was to be said of the place that was left.
  forget()
  useLocation.setState({ route: parseRoute(window.location.hash) })
})
// A link leads away with its click: what was typed before is to be there on the way back.
window.addEventListener('click', say, { capture: true })

/** Goes to an address, as a link would. */
export function go(href: string): void {
  say()
  window.location.hash = href
}

/**
 * Says where the operator is without a step to come back to, as what is typed is not a place: after a while without
 * another such call, or when this place is left.
 */
export function replaceAddressSoon(href: string, millis: number): void {
  forget()
  unsaid = { href, timer: setTimeout(say, millis) }
}

function say(): void {
  const href = unsaid?.href
  forget()
  if (href === undefined) return
  window.history.replaceState(null, '', href)
  useLocation.setState({ route: parseRoute(window.location.hash) })
}

function forget(): void {
  clearTimeout(unsaid?.timer)
  unsaid = null
}

export function useRoute(): Route {
  return useLocation((s) => s.route)
}
