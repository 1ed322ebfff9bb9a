import { caseText } from '../../../shared/text/ui/case.ts'
import { onCase } from '../../state/current-case.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { Problem } from '../../ui/problem.tsx'
import { ANY_FILE } from '../../ui/use-pasted.ts'
import { readFile } from './read-file.ts'

/** Takes crawler-cfn.yml as the operator downloaded it; another report's file, or none at all, is refused in place. */
export function CrawlerFile() {
  const { run, busy, error } = useSubmit()
  const take = (file: File) =>
    run(async () => {
      await onCase('case.crawler-file', await readFile(file))
      toast.done('Crawler file attached')
    })
  return (
    <>
      <FileDrop
        label={caseText.crawlerFile.button}
        hint={caseText.crawlerFile.hint}
        accept=".yml,.yaml,.txt,text/yaml,application/yaml"
        busy={busy}
        paste={ANY_FILE}
        onFile={(file) => void take(file)}
      />
      <Problem error={error} />
    </>
  )
}
