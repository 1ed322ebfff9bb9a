import { exchangeText } from '../../../shared/text/ui/exchange.ts'
import { type FieldProblem, TextField } from '../../ui/field.tsx'

const text = exchangeText.many

interface FolderFieldProps {
  readonly value: string
  readonly onValue: (folder: string) => void
  readonly problem: FieldProblem | null
}

/** A folder of the machine the app runs on; blank is the workspace's own for exports. */
export function FolderField({ value, onValue, problem }: FolderFieldProps) {
  return (
    <TextField
      label={text.folder}
      note={text.folderNote}
      help={text.folderHelp(text.usual)}
      value={value}
      onValue={onValue}
      problem={problem}
      mono
    />
  )
}
