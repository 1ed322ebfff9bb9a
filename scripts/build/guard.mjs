/**
 * The file that starts a program, in a syntax old enough for Node 12: on a Node that is too old it says so in a
 * sentence, where the program itself would not even parse.
 *
 * @param {string} program what to start, relative to the guard
 */
export function guard(program) {
  return `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('MSP Casebook needs Node 24, and this is ' + process.version + '. Start it with “npm start” or “npm run casebook”, which bring their own, or install Node 24.')
  process.exitCode = 1
} else {
  import('${program}').catch(function (error) {
    console.error(error)
    process.exitCode = 1
  })
}
`
}
