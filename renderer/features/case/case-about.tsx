import type { CaseView } from '../../../shared/contract/views.ts'
import { caseText } from '../../../shared/text/ui/case.ts'
import { type CaseInput, onCase } from '../../state/current-case.ts'
import { useSettings } from '../../state/queries.ts'
import { sayChanged } from '../../state/undo.ts'
import { EditInPlace } from '../../ui/edit-in-place.tsx'
import styles from './case-about.module.css'

const text = caseText.about

/** Whose case it is, how it is tagged and what colleagues should know: read, and edited, where it stands. */
export function CaseAbout({ view }: { readonly view: CaseView }) {
  const operators = useSettings((s) => s.data?.operators) ?? []
  return (
    <section className={styles.about} aria-label={text.label}>
      <EditInPlace
        label={text.owner}
        value={view.owner}
        empty={text.ownerEmpty}
        suggestions={operators.map(({ name }) => name)}
        words={wordsOf(text.owner)}
        onSave={(owner) => save(text.owner, { owner: owner.trim() })}
      />
      <EditInPlace
        label={text.tags}
        value={view.tags.join(', ')}
        empty={text.tagsEmpty}
        help={text.tagsHelp}
        words={wordsOf(text.tags)}
        onSave={(typed) => save(text.tags, { tags: tagsIn(typed) })}
      >
        {view.tags.map((tag) => `#${tag}`).join(' ')}
      </EditInPlace>
      <EditInPlace
        label={text.notes}
        value={view.notes}
        empty={text.notesEmpty}
        help={text.notesHelp}
        multiline
        words={wordsOf(text.notes)}
        onSave={(notes) => save(text.notes, { notes })}
      >
        {view.notes.split('\n', 1)[0]}
      </EditInPlace>
    </section>
  )
}

function wordsOf(what: string) {
  return { edit: text.edit, save: text.save(what), cancel: text.cancel, meanwhile: caseText.changedMeanwhile }
}

async function save(what: string, set: CaseInput<'case.describe'>): Promise<void> {
  const { sequence } = await onCase('case.describe', set)
  sayChanged(text.saved(what), sequence)
}

function tagsIn(typed: string): string[] {
  return [...new Set(typed.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '')
}
