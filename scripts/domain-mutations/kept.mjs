/** @typedef {import('./page.mjs').Report} Report */

/**
 * Globs of the parts of the domain that `--only` names, as Stryker wants them.
 *
 * @param {string} only folders and files of `shared/domain` by comma: `case,values/prefix.ts`; `top` for the files that lie in no folder
 */
export function globsOf(only) {
  return only
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      if (part === 'top') return 'shared/domain/*.ts'
      return part.endsWith('.ts') ? `shared/domain/${part}` : `shared/domain/${part}/**/*.ts`
    })
    .join(',')
}

/**
 * What was kept from earlier runs with what the last one saw: whole files, the later over the earlier.
 *
 * @param {Report} kept
 * @param {Report} seen
 * @param {ReadonlySet<string>} present files of the domain as it is now: what was seen of others is dropped
 * @returns {Report}
 */
export function keptWith(kept, seen, present) {
  const files = Object.entries({ ...kept.files, ...seen.files }).filter(([file]) => present.has(file))
  return { files: Object.fromEntries(files.map(([file, { source, mutants }]) => [file, { source, mutants }])) }
}
