import { describe, expect, test } from 'vitest'
import { DEMO_PROCEDURES } from '../../../electron/cli/demo/answers.ts'
import { registry } from '../../../shared/procedures/index.ts'
import { casebook } from '../../support/casebook.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function demonstrate(procedure: string, customers: number) {
  const words = [
    'demo',
    '--procedure',
    procedure,
    '--customers',
    String(customers),
    '--out',
    temporaryFolder(),
    '--json',
  ]
  const ended = await casebook(words)
  return { ...ended, result: ended.exit === 2 ? null : JSON.parse(ended.stdout) }
}

/** How many customers it takes until every branch has been walked, and the line that shows each of them. */
const branches: Readonly<Record<string, { readonly customers: number; readonly shown: readonly RegExp[] }>> = {
  'eco-connect': {
    customers: 2,
    shown: [/managedByMsp no/, /managedByMsp yes/, /Finish the wizard/, /Contact Spot Support/],
  },
  'cloud-analyzer-existing': {
    customers: 2,
    shown: [/managedByMsp no/, /managedByMsp yes/, /Finish the wizard/, /Contact Spot Support/],
  },
  'cloud-analyzer-first': { customers: 3, shown: [/partition aws,/, /partition aws-cn/, /Choose the Spot products/] },
  'billing-engine': {
    customers: 5,
    shown: [
      /spotAccount new/,
      /spotAccount existing/,
      /cloud azure/,
      /cloud google/,
      /billingReport existing/,
      /Create the report/,
    ],
  },
}

describe('the demonstration of a procedure', () => {
  test.each(Object.entries(branches))(
    '%s finishes, with each of its branches',
    async (procedure, { customers, shown }) => {
      const { exit, stderr, result } = await demonstrate(procedure, customers)
      expect(exit, stderr).toBe(0)
      expect(result).toMatchObject({ procedure, finished: customers })
      for (const customer of result.customers) expect(customer).toMatchObject({ state: 'done', problem: '' })
      for (const line of shown) expect(stderr).toMatch(line)
    },
  )

  test('lets the waits of the procedure pass, and none is made up', async () => {
    const { stderr } = await demonstrate('eco-connect', 1)
    expect([...stderr.matchAll(/(\d+) h pass \((.*?)\)/g)].map((m) => [m[1], m[2]])).toEqual([
      ['48', 'Spot processes the first data'],
    ])
  })

  test('is there for every procedure that has a document', () => {
    const documents = registry.newestOfEach.filter((p) => /^\d{3}$/.test(p.document)).map((p) => p.id)
    expect([...DEMO_PROCEDURES].sort()).toEqual(documents.sort())
  })

  test('of a name that no procedure has is wrong usage', async () => {
    const { exit, stderr } = await demonstrate('of-nobody', 1)
    expect(exit).toBe(2)
    expect(stderr).toContain('--procedure takes')
  })
})
