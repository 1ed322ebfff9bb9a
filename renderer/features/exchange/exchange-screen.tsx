import { useEffect } from 'react'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { useWork } from '../../state/jobs.ts'
import { EXCHANGE_PARTS, type ExchangePart, hrefOf } from '../../state/route.ts'
import { Page } from '../../ui/page.tsx'
import styles from './exchange-screen.module.css'
import { ExportPart } from './export-part.tsx'
import { HandoverPart } from './handover-part.tsx'
import { ImportPart } from './import-part.tsx'

/** Data in and out: customer lists, exports, and what colleagues hand over. */
export function ExchangeScreen({ part }: { readonly part: ExchangePart }) {
  const href = hrefOf({ screen: 'exchange', part })
  useEffect(() => useWork.getState().watch(href), [href])
  return (
    <Page title={exchangeText.title}>
      <nav aria-label={exchangeText.title} className={styles.parts}>
        {EXCHANGE_PARTS.map((one) => (
          <a
            key={one}
            href={hrefOf({ screen: 'exchange', part: one })}
            className={styles.part}
            aria-current={one === part ? 'page' : undefined}
          >
            {exchangeText.parts[one]}
          </a>
        ))}
      </nav>
      {part === 'import' && <ImportPart />}
      {part === 'export' && <ExportPart />}
      {part === 'handover' && <HandoverPart />}
    </Page>
  )
}
