import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orgIdsLikeAccounts, parseOrgId, parseOrgIds } from '../../../../../shared/domain/values/org-id.ts'
import { codesOf, noticed, outcomeOf, valueRead } from '../../../../support/parsing.ts'

describe('a Spot Org ID', () => {
  test.each([
    ['606079861234', 'ok', []],
    [' 606079861234 ', 'ok', []],
    ['123456', 'ok', ['org-id.unusual-length']],
    ['123456789012345', 'ok', ['org-id.unusual-length']],
    ['', 'org-id.missing', []],
    ['1234567890123456', 'org-id.malformed', []],
    ['act-1a2b3c4d', 'org-id.is-spot-account', []],
    ['ACT-1A2B3C4D', 'org-id.is-spot-account', []],
    ['act-1a2b', 'org-id.malformed', []],
    ['12345', 'org-id.is-flexera', []],
    ['6.06E+11', 'org-id.spreadsheet', []],
    ['acme', 'org-id.malformed', []],
  ])('typed as %j: %s %j', (text, outcome, findings) => {
    expect(outcomeOf(parseOrgId(text))).toBe(outcome)
    expect(noticed(parseOrgId(text))).toEqual(findings)
  })

  test('that equals an AWS account of the case is warned of', () => {
    const findings = orgIdsLikeAccounts(['606079861234', '111122223333'], ['111122223333', '444455556666'])
    expect(findings).toMatchObject([
      { level: 'warning', code: 'org-id.equals-account', params: { id: '111122223333' } },
    ])
  })
})

describe('a list of Spot Org IDs', () => {
  test('is read whatever separates it, each ID once', () => {
    const result = parseOrgIds('606079861234, 606079861235;606079861234\n606079861236\t606079861234')
    expect(valueRead(result)).toEqual(['606079861234', '606079861235', '606079861236'])
    expect(noticed(result)).toEqual(['org-id.repeated'])
  })

  test('says the unusual length of an ID once', () => {
    expect(noticed(parseOrgIds('123456 123456'))).toEqual(['org-id.unusual-length', 'org-id.repeated'])
  })

  test.each([
    ['', 'org-id.missing'],
    [' , ;', 'org-id.missing'],
    ['606079861234,act-1a2b3c4d', 'org-id.is-spot-account'],
    ['606079861234 12', 'org-id.is-flexera'],
  ])('%j is refused: %s', (text, code) => {
    expect(outcomeOf(parseOrgIds(text))).toBe(code)
  })

  test('comes back the same when written and read again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^\d{6,15}$/), { minLength: 1 }), (ids) => {
        expect(valueRead(parseOrgIds(ids.join(', ')))).toEqual(ids)
      }),
    )
  })

  test('of one ID refuses what a single ID refuses', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-fact-]{0,20}$/), (text) => {
        expect(outcomeOf(parseOrgIds(text))).toBe(outcomeOf(parseOrgId(text)))
      }),
    )
  })

  test('far too long is still read or refused', () => {
    expect(codesOf(orgIdsLikeAccounts([], []))).toEqual([])
    expect(valueRead(parseOrgIds('606079861234 '.repeat(20_000)))).toEqual(['606079861234'])
  })
})
