import type { Catalogue } from '../sentence.ts'

type None = Record<never, never>

/** Sentences about the templates of messages to Spot, and about mail. */
export const templateMessages = {
  'template.subject-missing': (_: None) => ({
    message: 'The subject is blank.',
    remedy: 'Write a subject, such as “Cost and Usage Report extraction for {{customer}}”.',
  }),
  'template.subject-lines': (_: None) => ({
    message: 'The subject has more than one line.',
    remedy: 'Keep it on one line; the rest belongs in the text.',
  }),
  'template.unknown-variable': (p: { line: number; variable: string; known: string }) => ({
    message: `Line ${p.line}: “{{${p.variable}}}” is not known.`,
    remedy: `Use one of ${p.known}, or write the text as it should stand.`,
  }),
  'template.brace-open': (p: { line: number; text: string }) => ({
    message: `Line ${p.line}: a variable is not closed, or not opened: “${p.text}”.`,
    remedy: 'Write variables as {{customer}}, with two braces on either side and letters between them.',
  }),
  'template.item-dropped': (p: { item: string; variable: string }) => ({
    message: `The item “${p.item}” is missing; Spot would send the message back, and the 72 hours start again.`,
    remedy: `Put a line “${p.item}: {{${p.variable}}}” into the text.`,
  }),
  'template.item-wording': (p: { line: number; item: string; words: string }) => ({
    message: `Line ${p.line}: “${p.item}” cannot be recognised by Spot’s own words any more.`,
    remedy: `Keep these words on the line of the value, or on the one above: ${p.words}.`,
  }),
  'template.refused': (p: { kind: string; first: string; errors: number }) => ({
    message: `The template “${p.kind}” was not taken${p.errors > 1 ? `, for ${p.errors} reasons` : ''}. ${p.first}`,
    remedy: 'Correct the line that is named; the template in force was not changed.',
  }),
  'note.empty': (_: None) => ({
    message: 'There is nothing to keep: no reply, and the ticket number is the one that is known.',
    remedy: 'Enter Spot’s ticket number, paste the reply, or drop its file.',
  }),
  'reply.empty': (_: None) => ({
    message: 'The reply is empty.',
    remedy: 'Paste what Spot wrote, or drop the mail as a file.',
  }),
  'reply.too-many': (p: { most: number }) => ({
    message: `This attempt has ${p.most} replies already.`,
    remedy: 'Keep further ones as evidence of the step.',
  }),
  'mail.does-not-fit': (p: { limit: number }) => ({
    message: `The seven items do not fit into a mail address of ${p.limit} characters.`,
    remedy: 'Copy the message instead, or open the .eml file.',
  }),
  'mail.shortened': (p: { limit: number }) => ({
    message: `Mail programs take addresses of up to ${p.limit} characters, so this opens with the seven items only.`,
    remedy: 'Attach crawler-cfn.yml from the bundle. For the whole message, copy it or open the .eml file.',
  }),
  'mail.attach-file': (_: None) => ({
    message: 'An address cannot carry a file.',
    remedy: 'Attach crawler-cfn.yml from the bundle before you send it.',
  }),
  'mail.too-large': (p: { mib: string }) => ({
    message: `With its attachment the mail has about ${p.mib} MB; many mail servers refuse more than 10 MB.`,
    remedy: 'Send the zip through Spot’s support page or a file share instead, and say so in the message.',
  }),
} satisfies Catalogue
