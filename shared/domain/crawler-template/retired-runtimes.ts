/**
 * Lambda runtimes with which AWS no longer creates functions (trap 11). A starting list, kept here as data and handed to the
 * check as a parameter, because AWS retires another every year: the setting may extend it.
 */
export const RETIRED_RUNTIMES: readonly string[] = [
  'nodejs',
  'nodejs4.3',
  'nodejs4.3-edge',
  'nodejs6.10',
  'nodejs8.10',
  'nodejs10.x',
  'nodejs12.x',
  'nodejs14.x',
  'nodejs16.x',
  'nodejs18.x',
  'nodejs20.x',
]

/** The last Node.js runtime that brings the aws-sdk v2, which AWS's inline code needs. */
const LAST_WITH_SDK_2 = 16

/** Whether a runtime lacks the aws-sdk v2 that inline code loads: the sign of a runtime edited by hand (trap 11). */
export function lacksSdk2(runtime: string): boolean {
  const version = /^nodejs(\d{1,3})(?:\.\d+|\.x)?$/.exec(runtime)?.[1]
  return version !== undefined && Number(version) > LAST_WITH_SDK_2
}
