import { useEffect, useState } from 'react'
import type { WaitHoursView } from '../../../shared/contract/operations/procedures.ts'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { otherProblem } from '../../state/field-problem.ts'
import { useProcedures } from '../../state/queries.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextField } from '../../ui/field.tsx'
import { readHours } from './operator-lines.ts'
import { type Settings, saveSettings } from './save-settings.ts'
import styles from './setting-form.module.css'
import { SettingForm } from './setting-form.tsx'

interface Group {
  readonly title: string
  readonly waits: readonly WaitHoursView[]
}

/** The hours of every wait, procedure by procedure: the document's stand in the field until others are typed. */
export function WaitsForm({ settings }: { readonly settings: Settings }) {
  const list = useProcedures((s) => s.data)
  useEffect(() => {
    void useProcedures.getState().load({})
  }, [])
  if (list === null) return null
  const groups = [
    ...list.procedures.map(({ title, waits }) => ({ title, waits })),
    { title: settingsText.requestsTitle, waits: list.requests },
  ]
  return <Form settings={settings} groups={onceEach(groups)} />
}

/** A wait that several procedures share is set once, where it stands first. */
function onceEach(groups: readonly Group[]): readonly Group[] {
  const seen = new Set<string>()
  const isNew = ({ id }: WaitHoursView) => !seen.has(id) && seen.add(id) !== undefined
  return groups.map(({ title, waits }) => ({ title, waits: waits.filter(isNew) })).filter((g) => g.waits.length > 0)
}

function Form({ settings, groups }: { readonly settings: Settings; readonly groups: readonly Group[] }) {
  const waits = groups.flatMap((group) => group.waits)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [bad, setBad] = useState<readonly string[]>([])
  const { run, busy, error } = useSubmit()
  const shown = (id: string) => typed[id] ?? String(settings.waitHours[id] ?? '')
  const submit = () => {
    const read = waits.map(({ id }) => ({ id, hours: readHours(shown(id)) }))
    const wrong = read.filter((r) => r.hours === null).map((r) => r.id)
    setBad(wrong)
    if (wrong.length > 0) return
    const others = Object.entries(settings.waitHours).filter(([id]) => !waits.some((w) => w.id === id))
    const own = read.flatMap(({ id, hours }) => (typeof hours === 'number' ? [[id, hours] as const] : []))
    void run(() => saveSettings({ waitHours: Object.fromEntries([...others, ...own]) }))
  }
  return (
    <SettingForm
      title="Waits"
      hint={settingsText.waits}
      button="Save waits"
      busy={busy}
      problem={otherProblem(error, [])}
      onSubmit={submit}
    >
      {groups.map((group) => (
        <fieldset key={group.title} className={styles.group}>
          <legend className={styles.legend}>{group.title}</legend>
          <div className={styles.pair}>
            {group.waits.map(({ id, title, hours, source }) => (
              <TextField
                key={id}
                label={title}
                help={settingsText.waitHelp(source)}
                placeholder={String(hours)}
                inputMode="decimal"
                value={shown(id)}
                onValue={(value) => setTyped({ ...typed, [id]: value })}
                problem={bad.includes(id) ? settingsText.badHours : null}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </SettingForm>
  )
}
