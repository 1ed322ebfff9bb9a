/** The address of a screen: what the hash says, as a value, and back. */
export type Route =
  | { readonly screen: 'today' }
  /** `search`: what is shown of them, as case-address.ts reads it. */
  | { readonly screen: 'cases'; readonly search: string }
  | { readonly screen: 'case'; readonly ref: string; readonly section: CaseSection; readonly step: string | null }
  | { readonly screen: 'customers'; readonly id: string | null }
  | { readonly screen: 'payers'; readonly id: string | null }
  | { readonly screen: 'dossier'; readonly ref: string }
  | { readonly screen: 'exchange'; readonly part: ExchangePart }
  | { readonly screen: 'checks' }
  | { readonly screen: 'practice' }
  | { readonly screen: 'templates'; readonly kind: TemplateKind }
  | { readonly screen: 'reports' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'data' }
  | { readonly screen: 'changes' }
  | { readonly screen: 'unknown'; readonly hash: string }

export const CASE_SECTIONS = ['steps', 'submission', 'files', 'timeline', 'details'] as const
export type CaseSection = (typeof CASE_SECTIONS)[number]

/** The messages that have a template. */
export const TEMPLATE_KINDS = ['submission', 'followUp', 'correction'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

export const EXCHANGE_PARTS = ['import', 'export', 'handover'] as const
export type ExchangePart = (typeof EXCHANGE_PARTS)[number]

/** `#/cases/C-42/steps/report.create` as a route; the empty hash is Today. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.split(/\?(.*)/s)
  const parts = path
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
    .map(decode)
  const [screen = 'today', second, third, fourth] = parts
  if (screen === 'today' && parts.length <= 1) return { screen: 'today' }
  if (
    (screen === 'settings' ||
      screen === 'checks' ||
      screen === 'practice' ||
      screen === 'reports' ||
      screen === 'data' ||
      screen === 'changes') &&
    parts.length === 1
  )
    return { screen }
  if ((screen === 'customers' || screen === 'payers') && parts.length <= 2) return { screen, id: second ?? null }
  if (screen === 'settings' && second === 'templates' && parts.length <= 3) {
    const kind = TEMPLATE_KINDS.find((k) => k === (third ?? 'submission'))
    if (kind) return { screen: 'templates', kind }
  }
  if (screen === 'exchange') {
    const part = EXCHANGE_PARTS.find((p) => p === (second ?? 'import'))
    if (part && parts.length <= 2) return { screen, part }
  }
  if (screen === 'cases' && second !== undefined && third === 'dossier' && parts.length === 3) {
    return { screen: 'dossier', ref: second }
  }
  if (screen === 'cases' && second === undefined) return { screen: 'cases', search }
  if (screen === 'cases' && second !== undefined) {
    const section = CASE_SECTIONS.find((s) => s === (third ?? 'steps'))
    const tooLong = parts.length > (section === 'steps' ? 4 : 3)
    if (section && !tooLong) return { screen: 'case', ref: second, section, step: fourth ?? null }
  }
  return { screen: 'unknown', hash }
}

/** The hash that leads to a route. */
export function hrefOf(route: Exclude<Route, { screen: 'unknown' }>): string {
  if (route.screen === 'case') {
    const section = route.section === 'steps' && route.step === null ? '' : `/${route.section}`
    const step = route.step === null ? '' : `/${encodeURIComponent(route.step)}`
    return `#/cases/${encodeURIComponent(route.ref)}${section}${step}`
  }
  if (route.screen === 'customers' || route.screen === 'payers') {
    return route.id === null ? `#/${route.screen}` : `#/${route.screen}/${encodeURIComponent(route.id)}`
  }
  if (route.screen === 'exchange') return route.part === 'import' ? '#/exchange' : `#/exchange/${route.part}`
  if (route.screen === 'templates') return `#/settings/templates/${route.kind}`
  if (route.screen === 'dossier') return `#/cases/${encodeURIComponent(route.ref)}/dossier`
  if (route.screen === 'cases') return route.search === '' ? '#/cases' : `#/cases?${route.search}`
  return `#/${route.screen}`
}

export function caseHref(ref: string, section: CaseSection = 'steps', step: string | null = null): string {
  return hrefOf({ screen: 'case', ref, section, step })
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
