import { BadgeCheck, CircleAlert, CircleHelp, UserCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { IdentityReport } from '../../../shared/contract/operations/aws.ts'
import type { AwsProfileView } from '../../../shared/contract/operations/workspace.ts'
import type { PayerView } from '../../../shared/contract/views.ts'
import { profileKinds } from '../../../shared/text/aws-profiles.ts'
import { accessText as text } from '../../../shared/text/ui/checks.ts'
import { client } from '../../client/index.ts'
import { spokenAccount } from '../../format/account-id.ts'
import { fieldProblem, otherProblem } from '../../state/field-problem.ts'
import { usePayer } from '../../state/queries.ts'
import { useIsPractice } from '../../state/session.ts'
import { toast } from '../../state/toasts.ts'
import { useSubmit } from '../../state/use-submit.ts'
import { AccountId } from '../../ui/account-id.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyChip } from '../../ui/copy-chip.tsx'
import { SelectField } from '../../ui/field.tsx'
import { FindingList } from '../../ui/finding-list.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/problem.tsx'
import formStyles from '../customers/facts-page.module.css'
import styles from './aws-access.module.css'
import { ReadPolicy } from './read-policy.tsx'

/** With whose keys a payer is looked at: chosen from what this computer has, tested before it is relied on. */
export function AwsAccess({ payer }: { readonly payer: PayerView }) {
  const practice = useIsPractice()
  const profiles = useProfiles()
  const [chosen, setChosen] = useState(payer.awsProfile ?? '')
  const [report, setReport] = useState<IdentityReport | null>(null)
  const testing = useSubmit()
  const saving = useSubmit()
  const choose = (name: string) => {
    setChosen(name)
    setReport(null)
    testing.clear()
  }
  const profile = chosen === '' ? null : chosen
  const test = () =>
    testing.run(async () => {
      setReport(null)
      setReport(await client.send('aws.identity', { payer: payer.id, ...(practice ? {} : { profile }) }))
    })
  const save = () =>
    saving.run(async () => {
      await client.send('payer.set', { payer: payer.id, revision: payer.revision, set: { awsProfile: profile } })
      await usePayer.getState().refresh()
      toast.done(text.saved)
    })
  const picked = profiles?.find((one) => one.name === chosen)
  return (
    <Section title={text.title} hint={practice ? text.practice : text.hint}>
      <div className={formStyles.form}>
        {!practice && (
          <SelectField
            label={text.profile}
            help={profiles?.length === 0 ? `${text.noProfiles} ${text.environment}` : text.environment}
            value={chosen}
            onValue={choose}
            options={options(profiles ?? [], payer.awsProfile)}
            problem={fieldProblem(testing.error, 'awsProfile') ?? fieldProblem(saving.error, 'awsProfile')}
          />
        )}
        {picked?.signIn && <CopyChip label={text.command} value={picked.signIn} place={`payer ${payer.id}`} words />}
        <div className={styles.buttons}>
          <Button icon={<UserCheck aria-hidden />} busy={testing.busy} onClick={() => void test()}>
            {text.test}
          </Button>
          {profile !== payer.awsProfile && (
            <Button variant="primary" busy={saving.busy} onClick={() => void save()}>
              {text.save}
            </Button>
          )}
        </div>
        <Problem error={otherProblem(testing.error, ['awsProfile'])} />
        <Problem error={otherProblem(saving.error, ['awsProfile'])} />
      </div>
      <div role="status">{report !== null && <Identity report={report} />}</div>
      <ReadPolicy payer={payer} />
    </Section>
  )
}

const ICONS = {
  right: <BadgeCheck aria-hidden />,
  wrong: <CircleAlert aria-hidden />,
  unknown: <CircleHelp aria-hidden />,
} as const

/** Who answered; another account than the payer's comes before everything else. */
function Identity({ report }: { readonly report: IdentityReport }) {
  const { identity } = report
  return (
    <div className={styles.identity} data-verdict={report.verdict}>
      <p className={styles.verdict}>
        {ICONS[report.verdict]}
        {text.verdicts[report.verdict]}
      </p>
      <FindingList findings={report.findings} />
      <dl className={styles.facts}>
        <dt>{text.expected}</dt>
        <dd>
          <AccountId id={report.expected} />
        </dd>
        {identity !== null && (
          <>
            <dt>{text.actual}</dt>
            <dd>
              <AccountId id={identity.accountId} />
            </dd>
            {report.role !== null && (
              <>
                <dt>{text.role}</dt>
                <dd>{text.roles[report.role]}</dd>
              </>
            )}
            <dt>{text.arn}</dt>
            <dd>
              <code>{identity.arn}</code>
            </dd>
            <dt>{text.endpoint}</dt>
            <dd>
              <code>{identity.endpoint}</code>
              {identity.simulated && ` (${text.simulated})`}
            </dd>
          </>
        )}
        {report.overrides.length > 0 && (
          <>
            <dt>{text.overrides}</dt>
            <dd>
              {byAddress(report.overrides).map(([address, services]) => (
                <div key={address}>
                  <code>{address}</code> ({services.join(', ')})
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
    </div>
  )
}

function byAddress(overrides: IdentityReport['overrides']): readonly (readonly [string, readonly string[]])[] {
  const grouped = Map.groupBy(overrides, ({ address }) => address)
  return [...grouped].map(([address, some]) => [address, some.map(({ service }) => service)])
}

/** A profile that is named at the payer stays choosable where this computer does not have it. */
function options(profiles: readonly AwsProfileView[], current: string | null) {
  const gone = current !== null && !profiles.some(({ name }) => name === current)
  return [
    { value: '', label: text.none },
    ...profiles.map((one) => ({ value: one.name, label: `${one.name} (${described(one)})` })),
    ...(gone ? [{ value: current, label: current }] : []),
  ]
}

function described({ kind, accountId, roleName }: AwsProfileView): string {
  const account = accountId === null ? null : text.inAccount(spokenAccount(accountId))
  return [profileKinds[kind], roleName, account].filter((part) => part !== null).join(', ')
}

/** The AWS profiles of this computer; null until they are known. */
function useProfiles(): readonly AwsProfileView[] | null {
  const [profiles, setProfiles] = useState<readonly AwsProfileView[] | null>(null)
  useEffect(() => {
    client.send('profile.list', {}).then(
      (answer) => setProfiles(answer.profiles),
      () => setProfiles([]),
    )
  }, [])
  return profiles
}
