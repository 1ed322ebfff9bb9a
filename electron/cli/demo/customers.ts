/** A customer of the demonstration: invented, with IDs from ranges that documentation uses. */
export interface DemoCustomer {
  readonly name: string
  readonly managementAccountId: string
  readonly orgId: string
  /** Account of the shared payer that pays its bill; null: its own management account does. */
  readonly sharedPayer: string | null
}

const NAMES = [
  'Aurora Bakeries',
  'Möbel Krämer & Söhne',
  'Harbour Freight Nord',
  'Café Señorial',
  '東京クラウド',
  'Tide & Timber',
  'Quarry Street Clinics',
  'Fjord Analytics',
] as const

/** Invented customers: every third one is billed by a payer account of the MSP, the others pay their own bill. */
export function demoCustomers(count: number): readonly DemoCustomer[] {
  return Array.from({ length: count }, (_, i) => {
    const name = NAMES[i % NAMES.length] ?? 'Customer'
    return {
      name: i < NAMES.length ? name : `${name} ${Math.floor(i / NAMES.length) + 1}`,
      managementAccountId: String(222_200_000_000 + i),
      orgId: String(606_100_000_000 + i),
      sharedPayer: i % 3 === 1 ? String(333_300_000_000 + i) : null,
    }
  })
}
