/**
 * Where a program for a thread of its own lies. Built files lie two folders under dist, and such programs beside the code
 * that several programs share.
 */
export function threadFile(name: 'aside-worker' | 'commit-parts-worker'): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? `./${name}.ts` : `../chunks/${name}.mjs`, import.meta.url)
}
