/**
 * @typedef {{ id: string, mutatorName: string, replacement?: string, status: string, location: { start: { line: number, column: number }, end: { line: number, column: number } } }} Mutant
 * @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report
 */

const noticed = new Set(['Killed', 'Timeout'])
const counted = new Set(['Killed', 'Timeout', 'Survived', 'NoCoverage'])

/**
 * The page about the mutations of the domain: the figure, the table by folder, and every survivor with its place.
 *
 * @param {Report} report what the mutation tester wrote, in its own schema
 * @param {ReadonlySet<string>} present files of the domain as it is now
 * @returns {{ text: string, score: number }} score in percent of all changes, those no test reaches counted as missed
 */
export function mutationPage(report, present) {
  /** @type {Map<string, { noticed: number, all: number }>} */
  const folders = new Map()
  /** @type {string[]} */
  const survivors = []
  const total = { noticed: 0, all: 0 }
  for (const [file, { source, mutants }] of Object.entries(report.files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const lines = source.split('\n')
    const folder = folderOf(file)
    const sum = folders.get(folder) ?? { noticed: 0, all: 0 }
    folders.set(folder, sum)
    /** @type {string[]} */
    const missed = []
    for (const mutant of mutants) {
      if (!counted.has(mutant.status)) continue
      sum.all += 1
      total.all += 1
      if (noticed.has(mutant.status)) {
        sum.noticed += 1
        total.noticed += 1
      } else missed.push(survivor(mutant, lines))
    }
    if (missed.length > 0) survivors.push(`### ${file}`, '', ...missed, '')
  }
  const score = percent(total)
  const unseen = [...new Set([...present].map(folderOf))].filter((folder) => !folders.has(folder)).sort()
  const weak = [...folders].filter(([, sum]) => percent(sum) < 80).map(([folder]) => folder)
  const rows = [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, sum]) => `| ${folder} | ${sum.all} | ${sum.noticed} | ${percent(sum).toFixed(1)} % |`)
  const text = [
    '# Would a test notice?',
    '',
    'Every rule of `shared/domain` is changed in one place at a time: a condition turned round, a call left out, a text emptied. A change that no unit test of the domain notices is a survivor. Made by `npm run mutate:domain` with Stryker; this page is written by that command.',
    '',
    `**${total.noticed} of ${total.all} changes were noticed: ${score.toFixed(1)} %.** The project asks for 80 %; a change in a line that no test reaches counts as missed. Left out are changes in what is read once when a module is loaded, the tables of data: each would ask for all tests again.`,
    '',
    ...(unseen.length > 0 ? [`Not run yet: ${unseen.join(', ')}. The figure says nothing of them.`, ''] : []),
    weak.length === 0 ? 'No folder is below 80 %.' : `Below 80 %: ${weak.join(', ')}.`,
    '',
    '| folder | changes | noticed | |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
    '## Survivors',
    '',
    'Some mean the same as what was there (an optional chain on a value that is always there, an order that is sorted later); the others are the next tests to write.',
    '',
    ...survivors,
  ].join('\n')
  return { text: `${text.trimEnd()}\n`, score }
}

/** @param {string} file */
function folderOf(file) {
  return file.replace(/^shared\/domain\/?/, '').replace(/\/?[^/]*$/, '') || '(top)'
}

/**
 * @param {Mutant} mutant
 * @param {readonly string[]} lines
 */
function survivor(mutant, lines) {
  const { start, end } = mutant.location
  const line = lines[start.line - 1] ?? ''
  const was =
    start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)} …`
  const reach = mutant.status === 'NoCoverage' ? ', reached by no test' : ''
  return `- line ${start.line}${reach}: ${code(was)} → ${code(mutant.replacement ?? '')}`
}

/** @param {string} text */
function code(text) {
  const short = text.replace(/\s+/g, ' ').trim()
  const cut = short.length > 70 ? `${short.slice(0, 69)}…` : short
  return cut === '' ? '(nothing)' : `\`\` ${cut} \`\``
}

/** @param {{ noticed: number, all: number }} sum */
function percent(sum) {
  return sum.all === 0 ? 100 : (100 * sum.noticed) / sum.all
}
