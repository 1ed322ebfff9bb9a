import { RotateCcw, Save } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { TemplateView } from '../../../shared/contract/message-views.ts'
import { templatesText as text } from '../../../shared/text/ui/templates.ts'
import { client } from '../../client/index.ts'
import { otherProblem } from '../../state/field-problem.ts'
import { useSettings } from '../../state/queries.ts'
import { createQueryStore } from '../../state/query-store.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { saveSettings } from '../settings/save-settings.ts'
import styles from './template-editor.module.css'

const usePreview = createQueryStore(client, 'message.preview')
/** Keys typed in one breath are judged once. */
const BREATH = 120

interface TemplateEditorProps {
  readonly template: TemplateView
  readonly variables: OutputOf<'message.templates'>['variables']
  readonly onSaved: () => Promise<void>
}

/** One template: judged and read as it is typed; a broken one is not saved, and says where and why. */
export function TemplateEditor({ template, variables, onSaved }: TemplateEditorProps) {
  const { kind, inForce, standard } = template
  const [subject, setSubject] = useState(inForce.subject)
  const [body, setBody] = useState(inForce.body)
  const area = useRef<HTMLTextAreaElement>(null)
  const preview = usePreview((s) => s.data)
  const { run, busy, error } = useSubmit()
  const isChanged = subject !== inForce.subject || body !== inForce.body
  const isStandard = subject === standard.subject && body === standard.body

  useEffect(() => {
    void useSettings.getState().load({})
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => void usePreview.getState().load({ kind, template: { subject, body } }), BREATH)
    return () => clearTimeout(timer)
  }, [kind, subject, body])

  const save = () =>
    run(async () => {
      const { [kind]: _before, ...others } = useSettings.getState().data?.messageTemplates ?? {}
      // The app's own words need not be kept: a later version may say them better.
      await saveSettings({ messageTemplates: isStandard ? others : { ...others, [kind]: { subject, body } } })
      await onSaved()
    })
  const insert = (name: string) => {
    const at = area.current
    const [start, end] = [at?.selectionStart ?? body.length, at?.selectionEnd ?? body.length]
    const variable = `{{${name}}}`
    setBody(`${body.slice(0, start)}${variable}${body.slice(end)}`)
    // The caret stands behind the variable once the text is in place.
    requestAnimationFrame(() => {
      at?.focus()
      at?.setSelectionRange(start + variable.length, start + variable.length)
    })
  }

  return (
    <div className={styles.editor}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className={styles.hint}>{text.kinds[kind]}</p>
        <TextField label={text.subject} value={subject} onValue={setSubject} />
        <TextArea
          ref={area}
          label={text.body}
          help={text.bodyHelp}
          value={body}
          onValue={setBody}
          rows={Math.min(30, Math.max(12, body.split('\n').length + 1))}
          mono
        />
        <div role="status">
          {preview && !preview.ok && (
            <Section title={text.broken}>
              <FindingList findings={preview.findings} />
            </Section>
          )}
        </div>
        <Problem error={otherProblem(error, [])} />
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="primary"
            icon={<Save aria-hidden />}
            busy={busy}
            disabled={!isChanged || preview?.ok === false}
          >
            {text.save}
          </Button>
          <Button
            icon={<RotateCcw aria-hidden />}
            disabled={isStandard}
            onClick={() => {
              setSubject(standard.subject)
              setBody(standard.body)
            }}
          >
            {text.reset}
          </Button>
          <span className={styles.hint}>
            {isChanged ? text.unsaved : template.isStandard ? text.isStandard : text.isOwn}
          </span>
        </div>
      </form>
      <div className={styles.form}>
        <Section title={text.preview} hint={text.previewHint}>
          {preview && (
            // It scrolls, so the keyboard has to get in.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable (WCAG 2.1.1)
            <section className={styles.preview} aria-label={text.preview} tabIndex={0}>
              <p className={styles.previewSubject}>{preview.subject}</p>
              {preview.text}
            </section>
          )}
        </Section>
        <Section title={text.variables} hint={text.variablesHint}>
          <ul className={styles.variables}>
            {variables.map(({ name, meaning }) => (
              <li key={name}>
                <button
                  type="button"
                  className={styles.variable}
                  aria-label={text.insert(name)}
                  onClick={() => insert(name)}
                >
                  {`{{${name}}}`}
                </button>
                <span className={styles.hint}>{meaning}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  )
}
