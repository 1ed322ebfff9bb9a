import { useEffect } from 'react'
import type { DirectoryList as ListState } from '../../state/directory-lists.ts'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import styles from './customers-screen.module.css'

interface DirectoryListProps<T> {
  readonly title: string
  readonly lead: string
  readonly list: ListState<T>
  readonly columns: readonly Column<T>[]
  readonly rowKey: (row: T) => string
  readonly words: {
    readonly searchLabel: string
    readonly searchHint: string
    readonly none: { readonly title: string; readonly text: string }
    readonly noMatch: { readonly title: string; readonly text: string }
    readonly count: (total: number) => string
  }
}

/** A long list of customers or payers: searched by the host, fetched by the page, drawn where it is in sight. */
export function DirectoryList<T>({ title, lead, list, columns, rowKey, words }: DirectoryListProps<T>) {
  const { search, text } = list
  useEffect(() => {
    void search('')
  }, [search])
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <PageHeading title={title} />
          <p className={styles.lead}>{lead}</p>
        </div>
        <div className={styles.search}>
          <TextField
            type="search"
            label={words.searchLabel}
            placeholder={words.searchHint}
            value={text}
            onValue={(typed) => void search(typed)}
          />
        </div>
      </header>
      <Loaded from={list}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState
              art={text === '' ? 'first-case' : 'no-match'}
              title={text === '' ? words.none.title : words.noMatch.title}
            >
              {text === '' ? words.none.text : words.noMatch.text}
            </EmptyState>
          ) : (
            <>
              <PagedTable
                label={title}
                rows={rows}
                total={total}
                rowKey={rowKey}
                columns={columns}
                onMore={list.more}
              />
              <p className={styles.count} role="status">
                {words.count(total)}
              </p>
            </>
          )
        }
      </Loaded>
    </div>
  )
}
