/**
 * What would be wrong with a build although it succeeded.
 *
 * @param {readonly (import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset)[]} output
 * @returns {string[]} sentences, none when all is well
 */
export function faultsOf(output) {
  const faults = output.flatMap((file) => (file.fileName.endsWith('.html') ? inlineIn(file) : []))
  for (const file of output) {
    if (file.type === 'chunk' && file.isEntry) faults.push(...eagerAwsIn(file, output))
  }
  return faults
}

/** @param {import('vite').Rolldown.OutputChunk | import('vite').Rolldown.OutputAsset} page */
function inlineIn(page) {
  const html = page.type === 'asset' ? String(page.source) : ''
  const inline = /<style|<script(?![^>]*\bsrc=)|\s(?:style|on\w+)=/i.exec(html)
  return inline === null
    ? []
    : [`${page.fileName} holds “${inline[0].trim()}”, which the content security policy refuses.`]
}

/**
 * The AWS SDK takes longer to load than everything else together, so no program may load it before it is needed.
 *
 * @param {import('vite').Rolldown.OutputChunk} entry
 * @param {Parameters<typeof faultsOf>[0]} output
 */
function eagerAwsIn(entry, output) {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const reached = new Set([entry.fileName])
  for (const name of reached) {
    const chunk = chunks.get(name)
    for (const next of chunk?.imports ?? []) reached.add(next)
    const aws = chunk?.moduleIds.find((id) => id.includes('/node_modules/@aws-sdk/'))
    if (aws !== undefined) {
      const [, name] = /(@aws-sdk\/[^/]+)\/(?!.*\/node_modules\/)/.exec(aws) ?? []
      return [`${entry.fileName} would load ${name} when it starts; electron/aws has to reach it by import().`]
    }
  }
  return []
}
