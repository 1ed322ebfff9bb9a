import { expect, test } from 'vitest'
import { namesCredentials } from '../../../../electron/aws/credentials.ts'

test.each(['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'])('%s says whose keys to use', (name) => {
  expect(namesCredentials({ [name]: 'x' })).toBe(true)
})

test('an environment that names none, or an empty one, leaves the payer to be done by hand', () => {
  expect(namesCredentials({})).toBe(false)
  expect(namesCredentials({ AWS_PROFILE: '', AWS_REGION: 'us-east-1' })).toBe(false)
})
