import type { FactView } from '../../../shared/contract/views.ts'

/** What an operator has typed over a fact, and what the fact was when they began. */
export interface Draft {
  readonly text: string
  readonly base: string | null
}

export interface Drafts {
  readonly typed: Readonly<Record<string, Draft>>
  /** Facts declared blank on purpose. */
  readonly blank: readonly string[]
}

export const NO_DRAFTS: Drafts = { typed: {}, blank: [] }

/** What the field shows: what was typed, else the value, else what the app would enter. */
export function shownText(fact: FactView, drafts: Drafts): string {
  return drafts.typed[fact.name]?.text ?? fact.value ?? fact.suggestion ?? ''
}

/** The text is the app's suggestion and not on record yet. */
export function isSuggested(fact: FactView, drafts: Drafts): boolean {
  return fact.value === null && fact.suggestion !== null && drafts.typed[fact.name] === undefined
}

/** Somebody else changed the fact while this draft was being typed. */
export function changedMeanwhile(fact: FactView, drafts: Drafts): boolean {
  const draft = drafts.typed[fact.name]
  return draft !== undefined && draft.base !== fact.value && draft.text !== (fact.value ?? '')
}

/** The facts to send: changed, suggested and accepted by saving, or blank on purpose. What is untouched stays away. */
export function factsToSend(facts: readonly FactView[], drafts: Drafts): Readonly<Record<string, string>> {
  const send: Record<string, string> = {}
  for (const fact of facts) {
    const text = shownText(fact, drafts)
    const declaredBlank = fact.value === null && text === '' && drafts.blank.includes(fact.name)
    if (text !== (fact.value ?? '') || declaredBlank) send[fact.name] = text
  }
  return send
}

export function typeOver(drafts: Drafts, fact: FactView, text: string): Drafts {
  const base = drafts.typed[fact.name]?.base ?? fact.value
  return { ...drafts, typed: { ...drafts.typed, [fact.name]: { text, base } } }
}

/** Forgets what was typed over one fact: the value on record is taken. */
export function takeOther(drafts: Drafts, name: string): Drafts {
  const { [name]: _dropped, ...typed } = drafts.typed
  return { ...drafts, typed }
}

export function declareBlank(drafts: Drafts, name: string, blank: boolean): Drafts {
  const others = drafts.blank.filter((n) => n !== name)
  return { ...drafts, blank: blank ? [...others, name] : others }
}
