import type { Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../../../scripts/build/verdict.mjs'

type Output = Parameters<typeof faultsOf>[0][number]

const page = (source: string): Output =>
  ({
    type: 'asset',
    fileName: 'index.html',
    names: [],
    originalFileNames: [],
    source,
  }) as Partial<Rolldown.OutputAsset> as Rolldown.OutputAsset

const chunk = (fileName: string, imports: string[], moduleIds: string[], isEntry = false): Output =>
  ({ type: 'chunk', fileName, imports, moduleIds, isEntry }) as Partial<Rolldown.OutputChunk> as Rolldown.OutputChunk

describe('the verdict on a build', () => {
  it('passes a page that only refers to its files', () => {
    expect(
      faultsOf([page('<link rel="stylesheet" href="./a.css"><script type="module" src="./a.js"></script>')]),
    ).toEqual([])
  })

  it.each(['<script>go()</script>', '<style>a {}</style>', '<p style="color: red">', '<body onload="go()">'])(
    'refuses a page with %s',
    (html) => {
      expect(faultsOf([page(html)])).toEqual([expect.stringContaining('content security policy')])
    },
  )

  const sdk = chunk('chunks/s3.mjs', [], ['/app/node_modules/@aws-sdk/client-s3/dist-es/index.js'])

  it('refuses a program that loads the AWS SDK when it starts, however far away', () => {
    const output = [
      chunk('cli/main.mjs', ['chunks/a.mjs'], [], true),
      chunk('chunks/a.mjs', ['chunks/s3.mjs'], []),
      sdk,
    ]
    expect(faultsOf(output)).toEqual([expect.stringMatching(/cli\/main\.mjs would load @aws-sdk\/client-s3/)])
  })

  it('passes a program that loads the AWS SDK when it needs it', () => {
    expect(faultsOf([chunk('cli/main.mjs', ['chunks/a.mjs'], [], true), chunk('chunks/a.mjs', [], []), sdk])).toEqual(
      [],
    )
  })
})
