import { useState } from 'react'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { SelectField, TextArea } from '../../ui/field.tsx'
import { operatorsFromText, operatorsToText } from './operator-lines.ts'
import { type Settings, saveSettings } from './save-settings.ts'
import { SettingForm } from './setting-form.tsx'

export function OperatorsForm({ settings }: { readonly settings: Settings }) {
  const [lines, setLines] = useState(operatorsToText(settings.operators))
  const [operator, setOperator] = useState(settings.operator)
  const [bad, setBad] = useState(false)
  const { run, busy, error } = useSubmit()
  const operators = operatorsFromText(lines)
  const names = [...new Set([operator, ...(operators ?? []).map((o) => o.name)])]
  const submit = () => {
    setBad(operators === null)
    if (operators) void run(() => saveSettings({ operators, operator }))
  }
  return (
    <SettingForm
      title="Operators"
      hint={settingsText.operators}
      button="Save operators"
      busy={busy}
      problem={otherProblem(error, ['operators', 'operator'])}
      onSubmit={submit}
    >
      <TextArea
        label="People"
        help={settingsText.operatorsHint}
        value={lines}
        onValue={setLines}
        problem={bad ? settingsText.badOperators : fieldProblem(error, 'operators')}
      />
      <SelectField
        label="You are"
        value={operator}
        onValue={setOperator}
        options={names.map((name) => ({ value: name, label: name }))}
        problem={fieldProblem(error, 'operator')}
      />
    </SettingForm>
  )
}
