import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { firstRunText as text } from '../../../shared/text/ui/first-run.ts'
import { client } from '../../client/index.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { useIsPractice, useSession } from '../../state/session.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { Mark } from '../../ui/art.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PageHeading } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import { PracticeBanner } from '../practice/practice-banner.tsx'
import styles from './first-run.module.css'

/** An empty workspace: practise, or three facts and off. */
export function FirstRun() {
  const practice = useIsPractice()
  return (
    <>
      {practice && <PracticeBanner />}
      <main className={styles.screen}>
        <header className={styles.header}>
          <Mark size={44} />
          <PageHeading title={text.title} windowTitle="Welcome" />
          <p className={styles.lead}>{text.lead}</p>
        </header>
        <div className={styles.ways} data-alone={practice || undefined}>
          {!practice && <Practise />}
          <ProfileForm practice={practice} />
        </div>
      </main>
    </>
  )
}

function Practise() {
  const { run, busy, error } = useSubmit()
  return (
    <section className={styles.way} aria-labelledby="practise">
      <h2 id="practise">{text.practise.title}</h2>
      <p className={styles.text}>{text.practise.text}</p>
      <Problem error={error} />
      <Button
        icon={<FlaskConical aria-hidden />}
        busy={busy}
        onClick={() => run(() => useSession.getState().switchTo('practice'))}
      >
        {text.practise.button}
      </Button>
    </section>
  )
}

const FIELDS = ['company', 'mspAccountId', 'operator'] as const

function ProfileForm({ practice }: { readonly practice: boolean }) {
  const [values, setValues] = useState<Record<(typeof FIELDS)[number], string>>(
    practice ? text.profile.practice : { company: '', mspAccountId: '', operator: '' },
  )
  const { run, busy, error } = useSubmit()
  const submit = () =>
    run(async () => {
      await client.send('workspace.init', values)
      await useSession.getState().load()
    })
  return (
    <section className={styles.way} aria-labelledby="profile">
      <h2 id="profile">{practice ? text.profile.practiceTitle : text.profile.title}</h2>
      <p className={styles.text}>{practice ? text.profile.practiceText : text.profile.text}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {FIELDS.map((name) => (
          <TextField
            key={name}
            label={text.profile[name].label}
            help={text.profile[name].help}
            value={values[name]}
            onValue={(value) => setValues({ ...values, [name]: value })}
            problem={fieldProblem(error, name)}
            mono={name === 'mspAccountId'}
            {...(name === 'mspAccountId' ? { inputMode: 'numeric' } : {})}
          />
        ))}
        <Problem error={otherProblem(error, FIELDS)} />
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            {text.profile.button}
          </Button>
        </div>
      </form>
    </section>
  )
}
