import { request } from 'node:http'
import { expect, test } from 'vitest'
import { practicePort } from '../../../electron/practice/practice-port.ts'
import { clients, makeReport, practiceAws } from '../../support/practice.ts'

const json = { 'content-type': 'application/json' }

async function driven() {
  const aws = await practiceAws()
  const call = async (path: string, body?: unknown, headers: Record<string, string> = json) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(`${aws.url}/_practice/${path}`, init)
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
  }
  return { aws, call }
}

test('the state is told in short', async () => {
  const { aws, call } = await driven()
  await makeReport(clients(aws))
  expect(await call('')).toMatchObject({
    status: 200,
    simulated: true,
    now: '2026-11-21T10:00:00.000Z',
    scenario: { name: 'happy-path', options: {} },
    reports: [{ name: 'spotinst-cur-report', lastStatus: null }],
  })
})

test('time is advanced in hours', async () => {
  const { aws, call } = await driven()
  await makeReport(clients(aws))
  expect(await call('advance', { hours: 24 })).toMatchObject({
    now: '2026-11-22T10:00:00.000Z',
    reports: [{ lastStatus: 'SUCCESS' }],
  })
  for (const hours of [0, -1, '24', 1e9, null]) {
    expect(await call('advance', { hours })).toMatchObject({ status: 400, error: 'practice.hours' })
  }
})

test('a scenario is chosen by name, with options', async () => {
  const { call } = await driven()
  const options = { denied: ['glue:GetCrawler'] }
  expect(await call('scenario', { name: 'access-denied', options })).toMatchObject({
    scenario: { name: 'access-denied', options },
  })
  expect(await call('scenario', { name: 'toString' })).toMatchObject({ status: 400, error: 'practice.scenario' })
  for (const wrong of [{ denied: 'x' }, { delayMs: -1 }, { cutDownloads: 'all' }, { other: 1 }, null]) {
    const refused = await call('scenario', { name: 'happy-path', options: wrong })
    expect(refused).toMatchObject({ status: 400, error: 'practice.options' })
  }
})

test('a reset empties the world', async () => {
  const { aws, call } = await driven()
  await makeReport(clients(aws))
  expect(await call('reset', {})).toMatchObject({ status: 200, reports: [], stacks: [] })
})

test('web pages, foreign names and forms are kept out', async () => {
  const { aws, call } = await driven()
  const forbidden = { status: 403, error: 'practice.forbidden' }
  expect(await call('', undefined, { origin: 'http://127.0.0.1' })).toMatchObject(forbidden)
  expect(await call('reset', {}, { ...json, origin: 'https://example.com' })).toMatchObject(forbidden)
  const rebound = await new Promise((resolve) => {
    request(`${aws.url}/_practice/`, { headers: { host: 'example.com' } }, (answer) => resolve(answer.statusCode)).end()
  })
  expect(rebound).toBe(403)
  expect(await call('reset', {}, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  expect(await call('elsewhere', {})).toMatchObject({ status: 404 })
  const broken = await fetch(`${aws.url}/_practice/advance`, { method: 'POST', headers: json, body: '{"hours":' })
  expect(broken.status).toBe(400)
})

test('the services of a practice workspace drive it through their port', async () => {
  const aws = await practiceAws()
  const port = practicePort(aws)
  expect(port.state()).toMatchObject({ now: '2026-11-21T10:00:00.000Z', endpoint: aws.url, scenario: 'happy-path' })
  await port.advance(1.5)
  expect(port.state().now).toBe('2026-11-21T11:30:00.000Z')
  expect(port.setScenario('no-such-scenario')).toBe(false)
  expect(port.setScenario('retired-runtime')).toBe(true)
  expect(port.state().scenario).toBe('retired-runtime')
  const facts = { region: 'us-east-1', bucket: 'b', prefix: 'spotinst_eco', reportName: 'r', customerName: 'Acme & Co' }
  expect(port.spotLink(facts)).toContain('param_CustomerName=Acme+%26+Co')
})
