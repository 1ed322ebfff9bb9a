import type { Payer } from '../../../shared/domain/records/payer.ts'
import type { Context } from '../context.ts'
import type { Page, PayerRow } from '../ports.ts'
import { canLook } from './round.ts'

/** Payers read at once. */
const PAGE = 500

/** The payers whose cases can be looked at, read in pages, between which others have their turn. */
export async function* lookablePayers(context: Context): AsyncGenerator<Payer> {
  let after: string | null = null
  do {
    const page: Page<PayerRow> = await context.ports.store.payerPage({ text: '', limit: PAGE, after })
    for (const { payer } of page.rows) if (canLook(context, payer)) yield payer
    after = page.after
    await context.ports.turn?.()
  } while (after !== null)
}
