/** One step of the schema. Forward only; versions go in tens, so that a branch can put one between. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
