import { readFileSync } from 'node:fs'
import { FuseV1Options } from '@electron/fuses'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { fuseFindings } from '../../../scripts/package/fuses.mjs'

const { electronFuses } = parse(readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8'))
const asWanted = (fuse: FuseV1Options) => {
  const name = FuseV1Options[fuse]
  return electronFuses[`${name.slice(0, 1).toLowerCase()}${name.slice(1)}`]
}

it('has nothing to say of a program whose fuses are as asked for', () => {
  expect(fuseFindings(electronFuses, asWanted, FuseV1Options)).toEqual([])
})

it('names every fuse that is not, and one that does not exist', () => {
  const other = fuseFindings(electronFuses, (fuse) => !asWanted(fuse), FuseV1Options)
  expect(other).toHaveLength(Object.keys(electronFuses).length)
  expect(other).toContain('the fuse runAsNode is on')
  expect(fuseFindings({ noSuch: true }, () => true, FuseV1Options)).toEqual(['the fuse noSuch does not exist'])
})
