/** What a person reads about an error or a finding: what is so, and the way out. Sentence case, full stops. */
export interface Sentence {
  readonly message: string
  readonly remedy: string
}

/** A catalogue maps a code to its sentence, given the values the sentence speaks of. */
// The parameter of each entry is checked where the code is used (ParamsOf), so the bound here is the widest there is.
export type Catalogue = Readonly<Record<string, (params: never) => Sentence>>
