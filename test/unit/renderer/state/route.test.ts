import { describe, expect, test } from 'vitest'
import { caseHref, hrefOf, parseRoute, type Route } from '../../../../renderer/state/route.ts'

describe('an address', () => {
  test.each<[string, Route]>([
    ['', { screen: 'today' }],
    ['#/', { screen: 'today' }],
    ['#/today', { screen: 'today' }],
    ['#/cases', { screen: 'cases', search: '' }],
    ['#/cases?owner=Ana&text=a%2Fb', { screen: 'cases', search: 'owner=Ana&text=a%2Fb' }],
    ['#/cases/C-42', { screen: 'case', ref: 'C-42', section: 'steps', step: null }],
    ['#/cases/C-42/steps/report.create', { screen: 'case', ref: 'C-42', section: 'steps', step: 'report.create' }],
    ['#/cases/C-42/submission', { screen: 'case', ref: 'C-42', section: 'submission', step: null }],
    ['#/customers', { screen: 'customers', id: null }],
    ['#/payers/0199', { screen: 'payers', id: '0199' }],
    ['#/cases/C-42/dossier', { screen: 'dossier', ref: 'C-42' }],
    ['#/settings/templates', { screen: 'templates', kind: 'submission' }],
    ['#/exchange', { screen: 'exchange', part: 'import' }],
    ['#/exchange/handover', { screen: 'exchange', part: 'handover' }],
    ['#/settings', { screen: 'settings' }],
  ])('%s leads to its screen', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route)
  })

  test.each([
    '#/nowhere',
    '#/cases/C-42/kitchen',
    '#/cases/C-42/files/x',
    '#/settings/x',
    '#/today/x',
    '#/payers/a/b',
    '#/exchange/x',
    '#/settings/templates/x',
    '#/exchange/export/x',
    '#/cases/C-42/dossier/x',
  ])('%s leads nowhere, and says so instead of guessing', (hash) => {
    expect(parseRoute(hash)).toEqual({ screen: 'unknown', hash })
  })

  test('with a broken escape is read as it stands', () => {
    expect(parseRoute('#/cases/%E0%A4%A')).toMatchObject({ screen: 'case', ref: '%E0%A4%A' })
  })
})

test.each<Exclude<Route, { screen: 'unknown' }>>([
  { screen: 'today' },
  { screen: 'case', ref: 'C-42', section: 'steps', step: null },
  { screen: 'case', ref: 'C-42', section: 'steps', step: 'spot/link?received' },
  { screen: 'case', ref: 'C 42/7', section: 'details', step: null },
  { screen: 'dossier', ref: 'C 42/7' },
  { screen: 'exchange', part: 'import' },
  { screen: 'templates', kind: 'followUp' },
  { screen: 'exchange', part: 'export' },
  { screen: 'customers', id: 'a b' },
])('the link to $screen leads back to it', (route) => {
  expect(parseRoute(hrefOf(route))).toEqual(route)
})

test('a case is linked without more than is needed', () => {
  expect(caseHref('C-42')).toBe('#/cases/C-42')
  expect(caseHref('C-42', 'timeline')).toBe('#/cases/C-42/timeline')
})
