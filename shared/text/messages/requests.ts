import type { Catalogue } from '../sentence.ts'

/** Sentences about requests to the customer. */
export const requestMessages = {
  'request.unknown': (p: { request: string; known: string }) => ({
    message: `There is no request “${p.request}”.`,
    remedy: `Choose one of: ${p.known}.`,
  }),
  'request.not-open': (p: { request: string }) => ({
    message: `The customer is not being waited for because of “${p.request}”.`,
    remedy: 'Ask first; then the answer can be recorded.',
  }),
  'request.early-answer': (p: { askedAt: string }) => ({
    message: `The customer cannot have answered before being asked, at ${p.askedAt}.`,
    remedy: 'Correct the time of the answer.',
  }),
  'request.reason-missing': (_: Record<never, never>) => ({
    message: 'A request is cancelled for a reason, and none was given.',
    remedy: 'Say why in a few words.',
  }),
} satisfies Catalogue
