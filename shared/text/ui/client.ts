import type { Sentence } from '../sentence.ts'

/** What the screens say when no host answered. */
export const clientText = {
  'client.offline': {
    message: 'The app does not answer.',
    remedy: 'Start it again with “npm start”, or wait a moment if it is just starting. What you typed stays here.',
  },
  'client.session': {
    message: 'This page no longer belongs to a running session.',
    remedy: 'Open the address that the app printed when it started; it carries a fresh key.',
  },
  'client.not-a-reply': {
    message: 'The app answered with something that this page cannot read.',
    remedy: 'Reload the page: page and app may be of different versions.',
  },
  'client.unexpected': {
    message: 'Something went wrong in this page.',
    remedy: 'Reload the page. Nothing that was saved is lost.',
  },
} satisfies Readonly<Record<string, Sentence>>
