/** What a service model says about one value of an answer, whichever package the model comes from. */
export type Shape =
  | {
      readonly kind: 'structure'
      /** Members of the body by their names on the wire. */
      readonly members: ReadonlyMap<string, Member>
      /** Names of x-amz-* headers that carry members. */
      readonly headers: ReadonlySet<string>
      /** The body is one member as it is, not a document. */
      readonly payload: boolean
    }
  | { readonly kind: 'list'; readonly of: () => Shape; readonly item: string }
  | { readonly kind: 'map'; readonly of: () => Shape }
  | {
      readonly kind: 'scalar'
      readonly type: 'text' | 'number' | 'boolean' | 'timestamp' | 'any'
      readonly values?: readonly string[]
      readonly pattern?: string
      /** Bounds of a number, or of a text's length. */
      readonly min?: number
      readonly max?: number
      readonly timestampFormat?: string
    }

export type Member = { readonly shape: () => Shape; readonly required: boolean; readonly flattened: boolean }

/** The models of one package. */
export type ServiceModels = {
  /** The answer of an operation; undefined when the package does not know the service. */
  output(service: string, operation: string): Shape | undefined
  /** Error codes that an operation is modelled with; undefined when the package does not say. */
  errors(service: string, operation: string): readonly string[] | undefined
  /** Older models know fewer members than the services answer with by now. */
  readonly complete: boolean
}
