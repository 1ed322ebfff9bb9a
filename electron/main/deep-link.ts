import { appAddress } from './address.ts'

/** The scheme that other programs open a case by: `msp-casebook://case/C-42`. */
export const linkScheme = 'msp-casebook'

/**
 * The address in the app that a link leads to; null for anything but `msp-casebook://case/` and a case's number. A link
 * shows a case and does nothing else, whoever wrote it: nothing of it but the number is taken over.
 */
export function addressOfLink(link: string): string | null {
  const number = /^msp-casebook:\/\/case\/C-([1-9]\d{0,8})\/?$/.exec(link)?.[1]
  return number === undefined ? null : `${appAddress}#/cases/C-${number}`
}

/** The link among a program's arguments, as Windows and Linux hand it over: its address, or null. */
export function addressInArguments(args: readonly string[]): string | null {
  return addressOfLink(args.find((arg) => arg.startsWith(`${linkScheme}:`)) ?? '')
}
