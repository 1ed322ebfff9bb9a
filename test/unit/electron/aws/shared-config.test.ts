import { describe, expect, it } from 'vitest'
import type { Section } from '../../../../electron/aws/endpoints.ts'
import { defaultProfile, signInCommand } from '../../../../electron/aws/shared-config.ts'

function config(sections: Readonly<Record<string, Section>>) {
  return { profiles: Object.keys(sections), profile: (name: string) => sections[name] ?? {}, services: () => undefined }
}

describe('the command that signs in anew', () => {
  it.each([
    ['an SSO session', { sso_session: 'corp' }, 'aws sso login --profile acme'],
    ['an older SSO profile', { sso_start_url: 'https://corp.awsapps.com/start' }, 'aws sso login --profile acme'],
    ['a console sign-in', { login_session: 'arn:aws:iam::1:user/jo' }, 'aws login --profile acme'],
    ['keys that are written down', { aws_access_key_id: 'x' }, null],
  ])('for %s', (_what, section, command) => {
    expect(signInCommand(config({ acme: section }), 'acme')).toBe(command)
  })

  it('is that of the profile whose keys a role is assumed with', () => {
    const chain = config({
      acme: { role_arn: 'arn:aws:iam::1:role/r', source_profile: 'msp' },
      msp: { source_profile: 'corp' },
      corp: { sso_session: 'corp' },
    })
    expect(signInCommand(chain, 'acme')).toBe('aws sso login --profile corp')
  })

  it('ends where profiles point at each other or at nothing', () => {
    expect(signInCommand(config({ a: { source_profile: 'b' }, b: { source_profile: 'a' } }), 'a')).toBeNull()
    expect(signInCommand(config({}), 'gone')).toBeNull()
  })

  it('needs no name for the default profile', () => {
    expect(signInCommand(config({ default: { sso_session: 'corp' } }), 'default')).toBe('aws sso login')
  })

  it('quotes a name with spaces, and none that a shell would read', () => {
    const of = (name: string) => signInCommand(config({ [name]: { sso_session: 'corp' } }), name)
    expect(of('Acme Corp')).toBe('aws sso login --profile "Acme Corp"')
    expect(of('x"; rm -rf ~; "')).toBeNull()
    expect(of('$(id)')).toBeNull()
  })
})

describe('the profile that counts where none is named', () => {
  it('is the environment’s, else default', () => {
    expect(defaultProfile({ AWS_PROFILE: 'acme' })).toBe('acme')
    expect(defaultProfile({})).toBe('default')
  })
})
