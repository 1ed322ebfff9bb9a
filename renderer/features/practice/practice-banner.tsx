import { FastForward, FlaskConical } from 'lucide-react'
import { useEffect } from 'react'
import { zoneName } from '../../../shared/text/times.ts'
import { shellText } from '../../../shared/text/ui/shell.ts'
import { client } from '../../client/index.ts'
import { weekdayDateTime } from '../../format/zoned.ts'
import { usePractice } from '../../state/queries.ts'
import { useSession, useZone } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useNow } from '../../state/use-now.ts'
import { useSubmit } from '../../state/use-submit.ts'
import styles from './practice-banner.module.css'

const STEPS = [1, 24, 72] as const

/** On every screen of a practice workspace: that it is one, its clock, and the means to let time pass. */
export function PracticeBanner() {
  const practice = usePractice((s) => s.data)
  const { run, busy, error } = useSubmit()

  useEffect(() => {
    if (usePractice.getState().input === null) void usePractice.getState().load({})
  }, [])

  useEffect(() => {
    if (error) toast.failed(error)
  }, [error])

  const advance = (hours: number) =>
    run(async () => {
      usePractice.getState().put(await client.send('practice.advance', { hours }))
      await useSession.getState().load()
      toast.done(shellText.advanced(hours))
    })
  const choose = (name: string) =>
    run(async () => usePractice.getState().put(await client.send('practice.scenario', { name })))

  return (
    <section className={styles.banner} aria-label="Practice">
      <p className={styles.word} title={shellText.practiceHint}>
        <FlaskConical aria-hidden />
        {shellText.practice}
      </p>
      <PracticeClock />
      <div className={styles.tools}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own in this one line */}
        <div className={styles.steps} role="group" aria-label="Move the practice clock forward">
          <FastForward aria-hidden />
          {STEPS.map((hours) => (
            <button
              key={hours}
              type="button"
              className={styles.button}
              aria-label={`Advance ${hours} h`}
              aria-disabled={busy || undefined}
              onClick={() => advance(hours)}
            >
              {hours} h
            </button>
          ))}
        </div>
        {practice && practice.scenarios.length > 0 && (
          <label className={styles.scenario}>
            <span>{shellText.scenario}</span>
            <select value={practice.scenario} onChange={(event) => void choose(event.target.value)}>
              {practice.scenarios.map((s) => (
                <option key={s.name} value={s.name} title={s.shows}>
                  {s.title}
                </option>
              ))}
            </select>
          </label>
        )}
        <a href="#/practice" className={styles.link}>
          {shellText.scenarios.link}
        </a>
        <button
          type="button"
          className={styles.button}
          onClick={() => run(() => useSession.getState().switchTo('real'))}
        >
          {shellText.leavePractice}
        </button>
      </div>
    </section>
  )
}

function PracticeClock() {
  const zone = useZone()
  const now = useNow()
  return (
    <p className={styles.clock}>
      <span className="visually-hidden">{shellText.practiceClock} </span>
      {weekdayDateTime(new Date(now).toISOString(), zone)} ({zoneName(zone)})
    </p>
  )
}
