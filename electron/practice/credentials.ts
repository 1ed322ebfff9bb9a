/** Access keys of the practice AWS begin with this; the account follows. */
export const practiceKeyPrefix = 'PRACTICE'

/** Credentials of an account in the practice AWS: the account is in the key, and the secret is no secret. */
export function practiceCredentials(accountId: string): { accessKeyId: string; secretAccessKey: string } {
  return { accessKeyId: `${practiceKeyPrefix}${accountId}`, secretAccessKey: 'practice' }
}

/** Environment for any AWS client, so that it talks to the practice AWS as an account and to nothing else. */
export function practiceEnvironment(url: string, accountId: string): Record<string, string> {
  const { accessKeyId, secretAccessKey } = practiceCredentials(accountId)
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}
