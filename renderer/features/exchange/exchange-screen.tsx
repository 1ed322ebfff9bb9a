import { useEffect } from 'react'
import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { useHandedFile } from '../../state/handed-file.ts'
import { useWork } from '../../state/jobs.ts'
import { go } from '../../state/location.ts'
import { EXCHANGE_PARTS, type ExchangePart, hrefOf } from '../../state/route.ts'
import { Page } from '../../ui/page.tsx'
import { PartLinks } from '../../ui/part-links.tsx'
import { ExportPart } from './export-part.tsx'
import { HandoverPart } from './handover-part.tsx'
import { useHandover } from './handover-state.ts'
import { ImportPart } from './import-part.tsx'

/** Data in and out: customer lists, exports, and what colleagues hand over. */
export function ExchangeScreen({ part }: { readonly part: ExchangePart }) {
  const href = hrefOf({ screen: 'exchange', part })
  useEffect(() => useWork.getState().watch(href), [href])
  const handed = useHandedFile()
  // The app may have been started with a file: the host holds it until it is asked for.
  useEffect(() => void useHandedFile.getState().look(), [])
  useEffect(() => {
    const { file, error, clear } = handed
    if (file === null && error === null) return
    if (file !== null) void useHandover.getState().plan(file)
    else if (error !== null) useHandover.getState().refuse(error)
    clear()
    go(hrefOf({ screen: 'exchange', part: 'handover' }))
  }, [handed])
  return (
    <Page title={exchangeText.title}>
      <PartLinks
        line
        label={exchangeText.title}
        parts={EXCHANGE_PARTS.map((one) => ({
          href: hrefOf({ screen: 'exchange', part: one }),
          title: exchangeText.parts[one],
          isShown: one === part,
        }))}
      />
      {part === 'import' && <ImportPart />}
      {part === 'export' && <ExportPart />}
      {part === 'handover' && <HandoverPart />}
    </Page>
  )
}
