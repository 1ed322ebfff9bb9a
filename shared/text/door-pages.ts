/** What the loopback host tells somebody whom it does not let in. Plain text: it becomes a page as it stands. */
export const doorPages = {
  'no-session': {
    title: 'MSP Casebook: this browser is not let in yet',
    text:
      'Open the address that MSP Casebook printed when it was started; it carries a key. ' +
      'For another browser, press Enter in the terminal where it runs to get a new address, or start it again.',
  },
  'key-spent': {
    title: 'MSP Casebook: this address does not work any more',
    text:
      'Each address lets one browser in, once, and ends with the program that printed it. ' +
      'Press Enter in the terminal where MSP Casebook runs to get a new address, or start it again.',
  },
  foreign: {
    title: 'MSP Casebook: not from here',
    text: 'Another page or another name led here. Type the address that MSP Casebook printed into the browser yourself.',
  },
  'not-found': {
    title: 'MSP Casebook: nothing here',
    text: 'There is no such page. Start from the address that MSP Casebook printed.',
  },
  'not-possible': {
    title: 'MSP Casebook: not possible',
    text: 'This request is not one that MSP Casebook answers.',
  },
  busy: {
    title: 'MSP Casebook: too many open pages',
    text: 'Close some of the tabs in which MSP Casebook is open, then reload this one.',
  },
  failed: {
    title: 'MSP Casebook: something failed',
    text: 'Reload the page. If it fails again, look into the log.',
  },
} as const

export type DoorPage = keyof typeof doorPages
