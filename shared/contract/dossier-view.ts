import { z } from 'zod'

const Text = z.string()

/** One line of a cell: plain words, an ID or hash to be read sign by sign, or a word in passing; or a picture. */
export const DossierLine = z.strictObject({
  text: Text,
  look: z.enum(['plain', 'mono', 'quiet']),
  /** The picture that the line names; null where it names none, or none that can be shown. */
  picture: z.strictObject({ type: z.enum(['image/png', 'image/jpeg', 'image/gif']), base64: z.string() }).nullable(),
})
export type DossierLine = z.infer<typeof DossierLine>

const Cell = z.array(DossierLine)

export const DossierBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text: Text }),
  /** Without rows: it says that there are none. */
  z.strictObject({ kind: z.literal('table'), heads: z.array(Text), rows: z.array(z.array(Cell)) }),
  z.strictObject({ kind: z.literal('pairs'), rows: z.array(z.strictObject({ name: Text, cell: Cell })) }),
  z.strictObject({ kind: z.literal('quiet'), text: Text }),
  /** Words as they were written, line ends and all. */
  z.strictObject({ kind: z.literal('verbatim'), text: Text }),
])
export type DossierBlock = z.infer<typeof DossierBlock>

/** A case on paper, whatever it is printed with: what happened, who did it, and what shows it. */
export const DossierView = z.strictObject({
  title: Text,
  lead: z.array(Text),
  /** Said in a frame where it is a practice workspace; null elsewhere. */
  practice: Text.nullable(),
  blocks: z.array(DossierBlock),
  made: Text,
})
export type DossierView = z.infer<typeof DossierView>
