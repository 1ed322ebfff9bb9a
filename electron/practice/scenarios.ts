import type { Rules } from './world/rules.ts'

/** A course that things can take, told as data: what it is called, what happens, what the app says, and the rules. */
export type Scenario = {
  readonly title: string
  readonly shows: string
  readonly says: string
  readonly rules: Rules
}

const lakeFormation =
  'Insufficient Lake Formation permission(s) on the database (Service: AWSGlue; Status Code: 400; Error Code: ' +
  'AccessDeniedException; Proxy: null). For more information, see Setting up IAM Permissions in the Developer Guide ' +
  '(http://docs.aws.amazon.com/glue/latest/dg/getting-started-access.html).'

const kms =
  'The following error occurred: User is not authorized to perform: kms:Decrypt on the resource associated with this ' +
  'ciphertext because no identity-based policy allows the kms:Decrypt action (Service: AWSKMS; Status Code: 400; ' +
  'Error Code: AccessDeniedException; Proxy: null).'

/** Every scenario of the practice AWS. DOMAIN's list of what goes wrong in practice is its table of contents. */
export const scenarios = {
  'happy-path': {
    title: 'Everything goes well',
    shows: 'The report is delivered after 24 hours, both stacks are created, the crawler runs every night.',
    says: 'Every check passes, and the case is done.',
    rules: {},
  },
  'bucket-name-taken': {
    title: 'Bucket name taken',
    shows: 'S3 names are unique across all accounts: the proposed bucket belongs to somebody else.',
    says: 'The bucket belongs to somebody else. Choose another name, and keep the report name.',
    rules: { takenBuckets: '^spotinst-cur-report(-\\d{12})?$' },
  },
  'bucket-notifies-others': {
    title: 'Bucket with other consumers',
    shows: 'The bucket already notifies a queue of new objects; the crawler stack would replace that notification.',
    says: 'The bucket already notifies others, and the crawler stack would replace that. Somebody has to decide.',
    rules: { otherConsumer: 'arn:aws:sqs:REGION:ACCOUNT:cost-lake-arrivals' },
  },
  'error-permissions': {
    title: 'Never delivered: permissions',
    shows: 'Somebody replaced the bucket policy; AWS tries to deliver and reports ERROR_PERMISSIONS.',
    says: 'The last delivery failed with ERROR_PERMISSIONS. Restore the policy AWS proposes.',
    rules: { atDelivery: 'policy-overwritten' },
  },
  'error-no-bucket': {
    title: 'Never delivered: no bucket',
    shows: 'Somebody deleted the bucket; AWS tries to deliver and reports ERROR_NO_BUCKET.',
    says: 'The last delivery failed with ERROR_NO_BUCKET. Create the bucket again.',
    rules: { atDelivery: 'bucket-deleted' },
  },
  'late-delivery': {
    title: 'Delivered late',
    shows: 'After 24 hours there is still nothing; the report comes after 30.',
    says: 'Not delivered yet, and the wait is overdue. Look at the policy, then wait on.',
    rules: { deliveryHours: 30 },
  },
  'cur-2': {
    title: 'CUR 2.0 instead',
    shows: 'Somebody made a standard data export. It writes data/ and metadata/ folders and no crawler file.',
    says: 'There is a CUR 2.0 export instead of the report. It never writes the crawler file.',
    rules: { cur2: true },
  },
  'wrong-account': {
    title: 'Wrong account',
    shows: 'The profile logs in to a member account of the organization, not to the account of the case.',
    says: 'The caller is another account than the case expects. Nothing else is looked at, and every write is refused.',
    rules: { wrongAccount: true },
  },
  'member-account': {
    title: 'Member account',
    shows: 'The account of the case is a member of an organization; its report would show that account only.',
    says: 'The account is a member of an organization: its report would show that account only.',
    rules: { organization: 'member' },
  },
  'no-organization': {
    title: 'No organization',
    shows: 'The account belongs to no organization and pays for itself alone.',
    says: 'The account stands alone and pays for itself, which is all right.',
    rules: { organization: 'none' },
  },
  'wrong-region': {
    title: 'Wrong region',
    shows: 'Somebody chose eu-west-1 for report and bucket; a stack in us-east-1 cannot hook the bucket’s events.',
    says: 'The bucket is in another region than the case says. Bucket and stack have to share one.',
    rules: { wrongRegion: 'eu-west-1' },
  },
  'daily-not-hourly': {
    title: 'Daily instead of hourly',
    shows: 'Somebody chose daily time granularity when the report was set up.',
    says: 'Time granularity is DAILY; it has to be HOURLY.',
    rules: { wrongChoice: { TimeUnit: 'DAILY' } },
  },
  'no-resource-ids': {
    title: 'Missing resource IDs',
    shows: 'Somebody left “Include resource IDs” unchecked when the report was set up.',
    says: 'Resource IDs are missing. Make the report anew: this cannot be changed afterwards.',
    rules: { wrongChoice: { AdditionalSchemaElements: [] } },
  },
  'no-athena': {
    title: 'Without Athena',
    shows: 'Somebody left the Athena integration out: text files, no crawler file.',
    says: 'Format and integration differ: without Athena there is no crawler file.',
    rules: { wrongChoice: { AdditionalArtifacts: [], Format: 'textORcsv', Compression: 'GZIP' } },
  },
  'no-refresh': {
    title: 'Without automatic refresh',
    shows: 'Somebody switched off the refresh of closed months when the report was set up.',
    says: 'Automatic refresh is off. Switch it on in the console.',
    rules: { wrongChoice: { RefreshClosedReports: false } },
  },
  'retired-runtime': {
    title: 'Retired runtime',
    shows: 'The crawler file names a Lambda runtime that is retired: its stack fails and rolls back.',
    says: 'The crawler file names a retired runtime. Creating the stack is held up until a fresh file is there.',
    rules: { runtime: 'nodejs16.x' },
  },
  'concurrency-quota': {
    title: 'Concurrency quota',
    shows: 'The account may run ten functions at once; the stack reserves two of them and fails.',
    says: 'The stack failed for want of Lambda concurrency. Ask AWS for a quota of at least 102.',
    rules: { concurrency: 10 },
  },
  'already-exists': {
    title: 'Leftovers',
    shows: 'An earlier stack left its Glue database behind; the new one fails on it.',
    says: 'The stack failed because something of that name is left over. Delete it, then create the stack again.',
    rules: { leftDatabase: true },
  },
  'crawler-not-scheduled': {
    title: 'Crawler not scheduled',
    shows: 'Somebody stops the schedule after it was started: the right expression, but NOT_SCHEDULED.',
    says: 'The schedule is there but nothing starts the crawler. Start it, here or in the console.',
    rules: { scheduleStops: true },
  },
  'crawler-fails': {
    title: 'Crawler fails',
    shows: 'Every crawl fails for want of Lake Formation permissions.',
    says: 'The last crawl failed: Lake Formation refused it. An administrator has to grant permissions.',
    rules: { crawlFails: lakeFormation },
  },
  'crawler-kms': {
    title: 'Crawler without the key',
    shows: 'The bucket is encrypted with a KMS key that the crawler’s role may not use: every crawl fails.',
    says: 'The last crawl failed: the role may not use the KMS key of the bucket.',
    rules: { crawlFails: kms },
  },
  'access-denied': {
    title: 'Access denied',
    shows: 'The identity lacks permissions: all of them, or those that are listed.',
    says: 'No access, with the exact permission that is missing. It says nothing about the thing itself.',
    rules: { denied: ['*'] },
  },
  'expired-credentials': {
    title: 'Expired credentials',
    shows: 'The session has expired; every call is refused until it is renewed.',
    says: 'The keys have expired. Renew them; nothing that was seen before is overwritten.',
    rules: { expired: true },
  },
  throttling: {
    title: 'Throttling',
    shows: 'AWS refuses the first two of every three calls of an action; a client that backs off gets through.',
    says: 'Nothing: the app backs off by itself and gets through.',
    rules: { throttle: { refused: 2, of: 3 } },
  },
  'throttling-storm': {
    title: 'Throttling without end',
    shows: 'AWS refuses every call for its rate.',
    says: 'AWS asked to slow down and kept on asking. Run the check again in a minute.',
    rules: { throttle: { refused: 1, of: 1 } },
  },
  'slow-answers': {
    title: 'Slow answers',
    shows: 'Every answer takes five seconds.',
    says: 'Nothing, after a while: a look takes longer, and can be stopped.',
    rules: { delayMs: 5000 },
  },
  'answer-lost': {
    title: 'Answer lost',
    shows: 'AWS does what it is asked, but the connection breaks before the answer: a retry must not do it twice.',
    says: 'Done, once: the app looks whether it was done before it tries again.',
    rules: { loseAnswers: true },
  },
  'download-cut': {
    title: 'Download cut',
    shows: 'The connection breaks in the middle of every download.',
    says: 'The file is fetched anew. Half a file is never attached.',
    rules: { cutDownloads: 'halfway' },
  },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof scenarios

/** Whether there is a scenario of that name. */
export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(scenarios, name)
}
