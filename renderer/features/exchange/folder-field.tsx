import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import type { FieldProblem } from '../../ui/field.tsx'
import { PathField } from '../data/path-field.tsx'

const text = exchangeText.many

interface FolderFieldProps {
  readonly value: string
  readonly onValue: (folder: string) => void
  readonly problem: FieldProblem | null
}

/** A folder of the machine the app runs on; blank is the workspace's own for exports. */
export function FolderField({ value, onValue, problem }: FolderFieldProps) {
  return (
    <PathField
      label={text.folder}
      note={text.folderNote}
      help={text.folderHelp(text.usual)}
      value={value}
      onValue={onValue}
      problem={problem}
      place="folder"
    />
  )
}
