import { useId } from 'react'
import type { ImportReport } from '../../../shared/contract/operations/imports.ts'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import shared from './exchange.module.css'
import { ImportCases } from './import-cases.tsx'
import styles from './import-columns.module.css'
import { useImport } from './import-state.ts'

const text = exchangeText.import

/** What each column of the file is taken for, to be put right, and how the file is read. */
export function ImportColumns({ report }: { readonly report: ImportReport }) {
  const { options, set } = useImport()
  return (
    <div className={shared.stack}>
      <fieldset className={styles.columns}>
        <legend className={styles.legend}>{text.columns}</legend>
        <p className={shared.quiet}>{text.columnsHint}</p>
        <ul className={styles.list}>
          {report.columns.map((column, i) => (
            <Column
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one head
              key={`${i} ${column.head}`}
              column={column}
              fields={report.fields}
              onField={(field) => void set({ columns: { ...options.columns, [column.head]: field } })}
            />
          ))}
        </ul>
      </fieldset>
      <fieldset className={styles.columns}>
        <legend className={styles.legend}>{text.options}</legend>
        <label className={shared.check}>
          <input
            type="checkbox"
            checked={options.restoreZeros}
            onChange={(event) => void set({ restoreZeros: event.target.checked })}
          />
          <span>
            {text.restore}
            <span className={shared.quiet}>{text.restoreHint}</span>
          </span>
        </label>
        <ImportCases />
      </fieldset>
    </div>
  )
}

function Column({
  column,
  fields,
  onField,
}: {
  readonly column: ImportReport['columns'][number]
  readonly fields: ImportReport['fields']
  readonly onField: (field: string) => void
}) {
  const id = useId()
  return (
    <li className={styles.column} data-left={column.field === null || undefined}>
      <label htmlFor={id} className={styles.head}>
        <span className="visually-hidden">{text.takenFor(column.head)}</span>
        <span aria-hidden>{column.head || '(no head)'}</span>
      </label>
      <select
        id={id}
        className={styles.select}
        value={column.field ?? ''}
        onChange={(event) => onField(event.target.value)}
      >
        <option value="">{text.leftOut}</option>
        {fields.map(({ field, head }) => (
          <option key={field} value={field}>
            {head}
          </option>
        ))}
      </select>
      <span className={styles.by}>{text.by[column.by]}</span>
      {column.sample !== '' && <span className={styles.sample}>{text.sample(column.sample)}</span>}
    </li>
  )
}
