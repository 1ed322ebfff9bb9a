import type { AwsProfile, ProfileKind } from '../services/aws-gateway.ts'
import type { Section } from './endpoints.ts'

/** What the machine's own AWS files say, read anew each time: a sign-in or an edit counts at once. */
export interface SharedConfig {
  /** Names of profiles, `default` first, then by alphabet. */
  readonly profiles: readonly string[]
  profile(name: string): Section
  services(name: string): Section | undefined
}

const SECTION = /^(?:sso-session|services)\./

/** Reads `~/.aws/config` and `~/.aws/credentials`, or where AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE point. */
export async function readSharedConfig(): Promise<SharedConfig> {
  const { loadSharedConfigFiles } = await import('@smithy/shared-ini-file-loader')
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true })
  const names = new Set([
    ...Object.keys(configFile).filter((name) => !SECTION.test(name)),
    ...Object.keys(credentialsFile),
  ])
  return {
    profiles: [...names].sort((a, b) => Number(b === 'default') - Number(a === 'default') || (a < b ? -1 : 1)),
    profile: (name) => ({ ...credentialsFile[name], ...configFile[name] }),
    services: (name) => configFile[`services.${name}`],
  }
}

/** The profile that counts where none is named. */
export function defaultProfile(env: Readonly<Record<string, string | undefined>>): string {
  return env.AWS_PROFILE || 'default'
}

/** A profile as a person chooses it: where its keys come from, and whose they are where that is written down. */
export function describeProfile(config: SharedConfig, name: string): AwsProfile {
  const section = config.profile(name)
  const role = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(section.role_arn ?? '')
  const sso = /^\d{12}$/.test(section.sso_account_id ?? '') ? (section.sso_account_id ?? null) : null
  return {
    name,
    kind: kindOf(section),
    accountId: role?.[1] ?? sso,
    roleName: role?.[2] ?? section.sso_role_name ?? null,
    signIn: signInCommand(config, name),
  }
}

/** In the order in which the SDK looks. */
function kindOf(section: Section): ProfileKind {
  if (section.role_arn) return section.web_identity_token_file ? 'web-identity' : 'role'
  if (section.aws_access_key_id) return 'keys'
  if (section.credential_process) return 'process'
  if (section.sso_session || section.sso_start_url) return 'sso'
  return section.login_session ? 'login' : 'none'
}

/**
 * The command that signs in anew: of the profile itself, or of the one it takes its keys from. Null where there is
 * nothing to run, as with keys that are written down, or where the name is none a command line could carry.
 */
export function signInCommand(config: SharedConfig, profile: string): string | null {
  const visited = new Set<string>()
  for (let name: string | undefined = profile; name !== undefined && !visited.has(name); ) {
    visited.add(name)
    const section: Section = config.profile(name)
    if (section.sso_session || section.sso_start_url) return command('aws sso login', name)
    if (section.login_session) return command('aws login', name)
    name = section.source_profile
  }
  return null
}

function command(verb: string, profile: string): string | null {
  if (profile === 'default') return verb
  if (/^[\w.@+:/-]+$/.test(profile)) return `${verb} --profile ${profile}`
  return /^[^"$`\\!%\p{Cc}]+$/u.test(profile) ? `${verb} --profile "${profile}"` : null
}
