import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readArguments } from '../../../../electron/headless/arguments.ts'

it.each([
  [[], { dataFolder: null, port: 0, open: true }],
  [['--no-open'], { dataFolder: null, port: 0, open: false }],
  [['--port', '4310', '--data-dir', '/data'], { dataFolder: resolve('/data'), port: 4310, open: true }],
  [['--port=65535', '--data-dir=here'], { dataFolder: resolve('here'), port: 65_535, open: true }],
  [['--help'], 'help'],
])('reads %j', (args, value) => {
  expect(readArguments(args)).toEqual({ ok: true, value })
})

it.each([['--port', 'x'], ['--port', '65536'], ['--port=-1'], ['--port='], ['--data-dir'], ['--listen'], ['file']])(
  'refuses %s %s as wrong usage',
  (...args) => {
    expect(readArguments(args)).toEqual({ ok: false, problem: expect.stringMatching(/\w/) })
  },
)
