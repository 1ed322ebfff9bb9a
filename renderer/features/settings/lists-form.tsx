import { useState } from 'react'
import { settingsText } from '../../../shared/text/ui/settings.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { TextArea } from '../../ui/field.tsx'
import { linesOf } from './operator-lines.ts'
import { type Settings, saveSettings } from './save-settings.ts'
import { SettingForm } from './setting-form.tsx'

const BUCKETS = {
  templateBuckets: 'Template buckets',
  codeBuckets: 'Code buckets',
  outputBuckets: 'Output buckets',
} as const
type BucketKind = keyof typeof BUCKETS
const KINDS: readonly BucketKind[] = ['templateBuckets', 'codeBuckets', 'outputBuckets']

/** Lists that outlive any release: what AWS retires and what Spot uses changes without us. */
export function ListsForm({ settings }: { readonly settings: Settings }) {
  const [runtimes, setRuntimes] = useState(settings.retiredRuntimes.join('\n'))
  const [buckets, setBuckets] = useState<Readonly<Record<BucketKind, string>>>({
    templateBuckets: settings.knownBuckets.templateBuckets.join('\n'),
    codeBuckets: settings.knownBuckets.codeBuckets.join('\n'),
    outputBuckets: settings.knownBuckets.outputBuckets.join('\n'),
  })
  const ofRuntimes = useSubmit()
  const ofBuckets = useSubmit()
  return (
    <>
      <SettingForm
        title="Retired runtimes"
        hint={settingsText.runtimes}
        button="Save runtimes"
        busy={ofRuntimes.busy}
        problem={otherProblem(ofRuntimes.error, ['retiredRuntimes'])}
        onSubmit={() => void ofRuntimes.run(() => saveSettings({ retiredRuntimes: linesOf(runtimes) }))}
      >
        <TextArea
          label="Runtimes"
          help={settingsText.onePerLine}
          value={runtimes}
          onValue={setRuntimes}
          problem={fieldProblem(ofRuntimes.error, 'retiredRuntimes')}
          rows={6}
          mono
        />
      </SettingForm>
      <SettingForm
        title="Known buckets"
        hint={settingsText.buckets}
        button="Save buckets"
        busy={ofBuckets.busy}
        problem={otherProblem(ofBuckets.error, [])}
        onSubmit={() =>
          void ofBuckets.run(() =>
            saveSettings({
              knownBuckets: {
                templateBuckets: linesOf(buckets.templateBuckets),
                codeBuckets: linesOf(buckets.codeBuckets),
                outputBuckets: linesOf(buckets.outputBuckets),
              },
            }),
          )
        }
      >
        {KINDS.map((kind) => (
          <TextArea
            key={kind}
            label={BUCKETS[kind]}
            help={settingsText.onePerLine}
            value={buckets[kind]}
            onValue={(value) => setBuckets({ ...buckets, [kind]: value })}
            rows={2}
            mono
          />
        ))}
      </SettingForm>
    </>
  )
}
