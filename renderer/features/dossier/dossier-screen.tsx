import { ArrowLeft, Download, Printer } from 'lucide-react'
import { useEffect } from 'react'
import type { DossierBlock, DossierView } from '../../../shared/contract/dossier-view.ts'
import { dossierText } from '../../../shared/text/dossier.ts'
import { dossierScreenText as text } from '../../../shared/text/ui/dossier.ts'
import { client } from '../../client/index.ts'
import { toBase64 } from '../../format/bytes.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { caseHref } from '../../state/route.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { saveBytes } from '../../ui/save-bytes.ts'
import { DossierCell } from './dossier-cell.tsx'
import styles from './dossier-screen.module.css'

const useDossier = createQueryStore(client, 'case.dossier')

/** A case as it is printed: the screen shows the paper, and the print has nothing else. */
export function DossierScreen({ reference }: { readonly reference: string }) {
  const dossier = useDossier()
  useEffect(() => {
    void useDossier.getState().load({ case: reference }, { keep: false })
  }, [reference])
  if (dossier.error !== null && dossier.data === null) {
    return (
      <Page title={dossierText.title}>
        <Loaded from={dossier}>{() => null}</Loaded>
        <div>
          <ButtonLink href="#/cases">{text.allCases}</ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Loaded from={dossier}>
      {({ document, html, name }) =>
        document && (
          <div className={styles.screen}>
            <div className={styles.bar}>
              <ButtonLink href={caseHref(reference)} variant="quiet" icon={<ArrowLeft aria-hidden />}>
                {text.back(reference)}
              </ButtonLink>
              <Button
                icon={<Download aria-hidden />}
                onClick={() => saveBytes(name, toBase64(new TextEncoder().encode(html ?? '')), 'text/html')}
              >
                {text.save}
              </Button>
              <Button variant="primary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
                {text.print}
              </Button>
            </div>
            <Paper reference={reference} document={document} />
          </div>
        )
      }
    </Loaded>
  )
}

function Paper({ reference, document }: { readonly reference: string; readonly document: DossierView }) {
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable (WCAG 2.1.1)
    <section className={styles.scroller} aria-label={document.title} tabIndex={0}>
      <article className={styles.paper}>
        <header className={styles.header}>
          <PageHeading title={document.title} windowTitle={`${dossierText.title} ${reference}`} />
          {document.lead.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {document.practice !== null && <p className={styles.practice}>{document.practice}</p>}
        </header>
        {document.blocks.map((block, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page that never changes while it is shown
          <Block key={i} block={block} />
        ))}
        <footer className={styles.footer}>{document.made}</footer>
      </article>
    </section>
  )
}

function Block({ block }: { readonly block: DossierBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>
    case 'quiet':
      return <p className={styles.quiet}>{block.text}</p>
    case 'verbatim':
      return <pre>{block.text}</pre>
    case 'pairs':
      return (
        <table className={styles.pairs}>
          <tbody>
            {block.rows.map(({ name, cell }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <DossierCell cell={cell} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )
    case 'table':
      if (block.rows.length === 0) return <p className={styles.quiet}>{dossierText.none}</p>
      return <Table heads={block.heads} rows={block.rows} />
  }
}

function Table({ heads, rows }: Pick<Extract<DossierBlock, { readonly kind: 'table' }>, 'heads' | 'rows'>) {
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page that never changes while it is shown
          <tr key={i}>
            {row.map((cell, at) => (
              <td key={heads[at]}>
                <DossierCell cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
