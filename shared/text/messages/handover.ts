import type { Catalogue } from '../sentence.ts'

type None = Record<never, never>

/** Sentences about handing cases over from one workspace to another. */
export const handoverMessages = {
  'zip.refused': (p: { reason: ZipProblem }) => ({
    message: `The file is no handover of MSP Casebook: ${zipProblems[p.reason]}. Nothing of it was taken.`,
    remedy: 'Ask for a handover exported by MSP Casebook, and import the file as it was sent.',
  }),
  'handover.foreign': (p: { what: string }) => ({
    message: `The file is no handover of MSP Casebook: ${p.what}. Nothing of it was taken.`,
    remedy: 'Ask for a handover exported by MSP Casebook, and import the file as it was sent.',
  }),
  'handover.newer': (p: { schema: number; newest: number }) => ({
    message: `The handover was written by a newer version of MSP Casebook (its form is ${p.schema}, this app knows up to ${p.newest}).`,
    remedy: 'Install the newest version and import it with that. Nothing was taken.',
  }),
  'handover.altered': (p: { file: string }) => ({
    message: `“${p.file}” in the handover is not what was put into it: its hash is another. Nothing was taken.`,
    remedy: 'Have the file sent again, by a way that does not change it.',
  }),
  'handover.inconsistent': (p: { what: string }) => ({
    message: `The handover does not fit together: ${p.what}. Nothing was taken.`,
    remedy: 'Ask for a new export.',
  }),
  'handover.practice': (p: { theirs: 'real' | 'practice' }) => ({
    message:
      p.theirs === 'practice'
        ? 'The handover comes from a practice workspace; its customers are nobody’s.'
        : 'This is a practice workspace; the handover is of real customers.',
    remedy:
      p.theirs === 'practice'
        ? 'Import it into a practice workspace.'
        : 'Leave the practice workspace, then import it.',
  }),
  'handover.other-customer': (p: { ref: string; as: string; customer: string }) => ({
    message: `${p.ref} of the handover is ${p.as} here, and belongs to ${p.customer}.`,
    remedy: 'Ask whoever sent it which customer the case is of. Nothing was taken.',
  }),
  'handover.conflicts': (p: { open: number; first: string }) => ({
    message: `${p.open === 1 ? 'One value differs' : `${p.open} values differ`} on both sides, and none was chosen: ${p.first}.`,
    remedy: 'Choose ours or theirs for each, or one of them for all. What is not kept goes into the activity.',
  }),
  'handover.choice-unknown': (p: { conflict: string }) => ({
    message: `There is nothing to choose under “${p.conflict}”.`,
    remedy: 'Look at the conflicts of the handover once more; they may be others by now.',
  }),
  'handover.renumbered': (p: { from: string; to: string }) => ({
    message: `${p.from} is called ${p.to} here, because the number is taken.`,
    remedy: 'Nothing to do. Bundles that were sent keep the old number.',
  }),
  'handover.second-case': (p: { customer: string; ref: string }) => ({
    message: `${p.customer} has an open case in the same procedure already; ${p.ref} is a second one.`,
    remedy: 'Go on with one of them and abandon the other.',
  }),
  'handover.other-msp': (p: { company: string; account: string }) => ({
    message: `The handover comes from ${p.company}, whose AWS account is ${p.account}; yours is another.`,
    remedy: 'Submissions that were not sent yet will name your account. Look at them before you send them.',
  }),
  'handover.nothing': (_: None) => ({
    message: 'There is nothing to hand over.',
    remedy: 'Choose cases, or a view that has some.',
  }),
} satisfies Catalogue

export type ZipProblem =
  | 'no-zip'
  | 'cut-off'
  | 'several-parts'
  | 'too-large'
  | 'overlap'
  | 'compressed'
  | 'encrypted'
  | 'extra'
  | 'no-file'
  | 'contradiction'
  | 'altered'
  | 'twice'
  | 'path'

const zipProblems: Readonly<Record<ZipProblem, string>> = {
  'no-zip': 'it is not a zip file',
  'cut-off': 'it is cut off, or something was added to it',
  'several-parts': 'it is in several parts',
  'too-large': 'it is too large',
  overlap: 'its parts overlap, or there is something between them',
  compressed: 'it is compressed, which a handover never is',
  encrypted: 'it is encrypted',
  extra: 'it was packed by another program',
  'no-file': 'it holds something that is not a file',
  contradiction: 'its parts contradict each other',
  altered: 'a part of it was altered on the way',
  twice: 'it has two files of one name',
  path: 'a file in it leads somewhere else',
}
