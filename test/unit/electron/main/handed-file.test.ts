import { describe, expect, it } from 'vitest'
import { createHandedFiles, fileInArguments, importHash } from '../../../../electron/main/handed-file.ts'

describe('a file among the arguments', () => {
  it.each([
    [['casebook', '/mail/aurora.casebook'], '/mail/aurora.casebook'],
    [['casebook', 'aurora.CASEBOOK'], '/here/aurora.CASEBOOK'],
    [['electron', '.', '--data-dir', '/data', '--some-switch', '/mail/aurora.casebook'], '/mail/aurora.casebook'],
    [['casebook', '/mail/aurora.csv'], null],
    [['casebook', 'msp-casebook://case/C-1'], null],
    [['casebook', '--data-dir', '/data.casebook'], null],
    [['casebook', '--open=/mail/aurora.casebook'], null],
    [['/opt/my.casebook'], null],
  ])('%j is %s', (args, file) => {
    expect(fileInArguments(args, '/here')).toBe(file)
  })
})

describe('a file that was handed over', () => {
  it('is given once', () => {
    const files = createHandedFiles()
    expect(files.hand('/mail/aurora.casebook')).toBe(true)
    expect([files.take(), files.take()]).toEqual(['/mail/aurora.casebook', null])
  })

  it('takes the place of one that nobody asked for', () => {
    const files = createHandedFiles()
    files.hand('/mail/aurora.casebook')
    files.hand('/mail/fjord.casebook')
    expect(files.take()).toBe('/mail/fjord.casebook')
  })

  it.each([null, '', 'aurora.casebook', '/etc/passwd', '/mail/a.casebook\0.txt', '/mail/a.casebook/../b.txt'])(
    'is not %j',
    (path) => {
      const files = createHandedFiles()
      expect([files.hand(path), files.take()]).toEqual([false, null])
    },
  )
})

it('leads to a screen by an address that holds nothing of the file', () => {
  expect(importHash).toBe('#/exchange/handover')
})
