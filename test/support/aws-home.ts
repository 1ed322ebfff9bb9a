import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

export interface AwsHome {
  readonly config?: string
  readonly credentials?: string
  readonly env?: Readonly<Record<string, string>>
  /** Cached sign-ins by session name. */
  readonly sso?: Readonly<Record<string, unknown>>
}

/**
 * A home folder with AWS files of the test's own, and an environment with no AWS or proxy setting but the test's:
 * what the machine has configured is neither read nor reached.
 */
export function awsHome({ config = '', credentials = '', env = {}, sso = {} }: AwsHome = {}): void {
  const home = mkdtempSync(join(tmpdir(), 'casebook-aws-home-'))
  mkdirSync(join(home, '.aws', 'sso', 'cache'), { recursive: true })
  writeFileSync(join(home, '.aws', 'config'), config)
  writeFileSync(join(home, '.aws', 'credentials'), credentials)
  for (const [session, token] of Object.entries(sso)) {
    const name = createHash('sha1').update(session).digest('hex')
    writeFileSync(join(home, '.aws', 'sso', 'cache', `${name}.json`), JSON.stringify(token))
  }
  for (const name of Object.keys(process.env)) if (/^AWS_|_PROXY$/i.test(name)) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', home)
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true })
  })
}
