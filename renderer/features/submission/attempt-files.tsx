import type { SubmissionView } from '../../../shared/contract/views.ts'
import { submissionText as text } from '../../../shared/text/ui/submission.ts'
import { fileSize } from '../../format/size.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import styles from './attempt-files.module.css'

type Files = NonNullable<SubmissionView['exported']>['files']

/** The files of an export, each with its hash, to be compared with what Spot has. */
export function AttemptFiles({ files }: { readonly files: Files }) {
  return (
    <Disclosure summary={text.files}>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.name}>
            {file.name}, {fileSize(file.size)}
            <code className={styles.hash}>{file.sha256}</code>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
