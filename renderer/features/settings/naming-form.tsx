import { useState } from 'react'
import { factTexts } from '../../../shared/text/facts.ts'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextField } from '../../ui/field.tsx'
import { type Settings, saveSettings } from './save-settings.ts'
import { SettingForm } from './setting-form.tsx'

const NAMES = ['reportName', 'bucket', 'prefix', 'crawlerStackName', 'extractorStackName'] as const
type Name = (typeof NAMES)[number]
const FIELDS = NAMES.map((name) => `naming.${name}`)

const text = settingsText.naming

/** What payers and cases are called unless somebody says otherwise. */
export function NamingForm({ settings }: { readonly settings: Settings }) {
  const [naming, setNaming] = useState<Readonly<Record<Name, string>>>({
    reportName: settings.naming.reportName ?? '',
    bucket: settings.naming.bucket ?? '',
    prefix: settings.naming.prefix ?? '',
    crawlerStackName: settings.naming.crawlerStackName ?? '',
    extractorStackName: settings.naming.extractorStackName ?? '',
  })
  const { run, busy, error } = useSubmit()
  return (
    <SettingForm
      title={text.title}
      hint={text.hint}
      button={text.save}
      busy={busy}
      problem={otherProblem(error, FIELDS)}
      onSubmit={() => void run(() => saveSettings({ naming }))}
    >
      {NAMES.map((name) => (
        <TextField
          key={name}
          label={factTexts[name].label}
          help={text.help[name]}
          placeholder={text.usual[name]}
          value={naming[name]}
          onValue={(typed) => setNaming({ ...naming, [name]: typed })}
          problem={fieldProblem(error, `naming.${name}`)}
          mono
        />
      ))}
    </SettingForm>
  )
}
