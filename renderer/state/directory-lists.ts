import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { CustomerView, PayerView } from '../../shared/contract/views.ts'
import { asOperationError, client, type OperationError } from '../client/index.ts'
import { SLOW_AFTER } from './query-store.ts'
import { readiness } from './readiness.ts'

const PAGE = 200
/** The host answers no larger page; a longer list is fetched on from there when it is scrolled. */
const LARGEST = 500

interface Asked {
  readonly text: string
  readonly limit: number
  readonly after: string | null
}

interface PageOf<T> {
  readonly rows: readonly T[]
  readonly total: number
  readonly after: string | null
}

export interface DirectoryList<T> {
  readonly text: string
  /** Null before the first answer. */
  readonly data: PageOf<T> | null
  readonly error: OperationError | null
  readonly slow: boolean
  /** Fetches the first page of what matches; the old rows stay until it is here. */
  search(text: string): Promise<void>
  /** Fetches the next page, where there is one. */
  more(): Promise<void>
  refresh(): Promise<void>
}

function createDirectoryList<T>(ask: (asked: Asked) => Promise<PageOf<T>>): UseBoundStore<StoreApi<DirectoryList<T>>> {
  let newest = 0
  let fetchingMore = false
  return create<DirectoryList<T>>()((set, get) => {
    async function first(text: string, limit: number): Promise<void> {
      const mine = ++newest
      const isFirst = get().data === null
      const settle = isFirst ? readiness.begin() : () => {}
      const timer = setTimeout(() => mine === newest && isFirst && set({ slow: true }), SLOW_AFTER)
      try {
        const data = await ask({ text, limit, after: null })
        if (mine === newest) set({ data, error: null, slow: false })
      } catch (thrown) {
        if (mine === newest) set({ error: asOperationError(thrown), slow: false })
      } finally {
        clearTimeout(timer)
        settle()
      }
    }
    return {
      text: '',
      data: null,
      error: null,
      slow: false,
      search: (text) => {
        set({ text })
        return first(text, PAGE)
      },
      refresh: () => first(get().text, Math.min(LARGEST, Math.max(PAGE, get().data?.rows.length ?? 0))),
      more: async () => {
        const { data, text } = get()
        if (data === null || data.after === null || fetchingMore) return
        fetchingMore = true
        const mine = newest
        try {
          const page = await ask({ text, limit: PAGE, after: data.after })
          if (mine === newest) set({ data: { ...page, rows: [...data.rows, ...page.rows] }, error: null })
        } catch (thrown) {
          if (mine === newest) set({ error: asOperationError(thrown) })
        } finally {
          fetchingMore = false
        }
      },
    }
  })
}

/** All customers, page by page. */
export const useCustomerList = createDirectoryList<CustomerView>(async (asked) => {
  const { customers: rows, total, after } = await client.send('customer.list', asked)
  return { rows, total, after }
})

/** All payers, page by page. */
export const usePayerList = createDirectoryList<PayerView>(async (asked) => {
  const { payers: rows, total, after } = await client.send('payer.list', asked)
  return { rows, total, after }
})
