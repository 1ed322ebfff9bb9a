import {
  CreateBucketCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { beforeEach, expect, test } from 'vitest'
import { type Clients, clients, faultOf, practiceAws } from '../../support/practice.ts'

const Bucket = 'practice-bucket'
const keys = ['a.txt', 'b/1', 'b/2', 'b/c/3', 'd e+f/&<4>', 'z.txt', 'Ü', '€', '\u{1F600}']
let s3: Clients['s3']

beforeEach(async () => {
  s3 = clients(await practiceAws()).s3
  await s3.send(new CreateBucketCommand({ Bucket }))
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }))
})

const list = async (input: Omit<ListObjectsV2CommandInput, 'Bucket'>) => {
  const { Contents = [], CommonPrefixes = [], ...rest } = await s3.send(new ListObjectsV2Command({ Bucket, ...input }))
  return { ...rest, keys: Contents.map((one) => one.Key), prefixes: CommonPrefixes.map((one) => one.Prefix) }
}

test('all keys come sorted by their UTF-8 bytes', async () => {
  const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  expect(await list({})).toMatchObject({ keys: sorted, prefixes: [], KeyCount: keys.length, IsTruncated: false })
})

test('a prefix narrows, a delimiter folds', async () => {
  expect((await list({ Prefix: 'b/' })).keys).toEqual(['b/1', 'b/2', 'b/c/3'])
  expect(await list({ Prefix: 'b/', Delimiter: '/' })).toMatchObject({
    keys: ['b/1', 'b/2'],
    prefixes: ['b/c/'],
    KeyCount: 3,
  })
  expect(await list({ Delimiter: '/' })).toMatchObject({ prefixes: ['b/', 'd e+f/'] })
})

test.each([1, 2, 3])('pages of %i give every entry once, folded or not', async (pageSize) => {
  for (const Delimiter of [undefined, '/']) {
    const seen: unknown[] = []
    const pages = paginateListObjectsV2({ client: s3, pageSize }, { Bucket, ...(Delimiter && { Delimiter }) })
    for await (const { Contents = [], CommonPrefixes = [] } of pages) {
      expect(Contents.length + CommonPrefixes.length).toBeLessThanOrEqual(pageSize)
      seen.push(...Contents.map((one) => one.Key), ...CommonPrefixes.map((one) => one.Prefix))
    }
    const whole = await list(Delimiter ? { Delimiter } : {})
    expect(seen.sort()).toEqual([...whole.keys, ...whole.prefixes].sort())
  }
})

test('StartAfter begins in the middle, also within a folder', async () => {
  expect((await list({ StartAfter: 'b/2', Delimiter: '/' })).prefixes).toEqual(['b/', 'd e+f/'])
  expect((await list({ StartAfter: 'z.txt' })).keys).toEqual(['Ü', '€', '\u{1F600}'])
})

test('keys can be asked for in URL encoding', async () => {
  const encoded = await list({ EncodingType: 'url', Prefix: 'd' })
  expect(encoded).toMatchObject({ keys: ['d%20e%2Bf/%26%3C4%3E'], EncodingType: 'url' })
})

test('the first generation pages by marker', async () => {
  const page = async (Marker?: string) => {
    const input = { Bucket, Delimiter: '/', MaxKeys: 2, ...(Marker !== undefined && { Marker }) }
    const { Contents = [], CommonPrefixes = [], NextMarker } = await s3.send(new ListObjectsCommand(input))
    return { entries: [...Contents.map((one) => one.Key), ...CommonPrefixes.map((one) => one.Prefix)], NextMarker }
  }
  expect(await page()).toEqual({ entries: ['a.txt', 'b/'], NextMarker: 'b/' })
  expect(await page('b/')).toEqual({ entries: ['z.txt', 'd e+f/'], NextMarker: 'z.txt' })
})

test('no keys at all can be asked for, and what is no number is refused', async () => {
  expect(await list({ MaxKeys: 0 })).toMatchObject({ keys: [], IsTruncated: false })
  expect((await faultOf(list({ ContinuationToken: '!' }))).name).toBe('InvalidArgument')
  expect((await faultOf(list({ MaxKeys: -1 }))).name).toBe('InvalidArgument')
})
