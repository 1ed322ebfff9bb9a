import type { Catalogue } from '../sentence.ts'

type None = Record<never, never>

/** Sentences about what AWS shows, what it refuses, and what is done there. */
export const checkMessages = {
  'aws.no-profile': (_: None) => ({
    message: 'No AWS profile is set for this payer, so nothing can be looked up.',
    remedy: 'Choose a profile at the payer, or do the step by hand and keep evidence.',
  }),
  'aws.by-hand': (_: None) => ({
    message: 'AWS China runs by hand: the app does not look there and writes nothing there.',
    remedy: 'Do the step in the console of AWS China and keep what you saw as evidence.',
  }),
  'aws.no-credentials': (p: { profile: string }) => ({
    message: `The AWS profile “${p.profile}” gives no credentials.`,
    remedy: `Look at it with: aws configure list --profile ${p.profile}`,
  }),
  'aws.expired': (p: { profile: string; command: string }) => ({
    message: `The session of the AWS profile “${p.profile}” has expired.`,
    remedy: `Sign in again with: ${p.command}`,
  }),
  'aws.expired-keys': (p: { profile: string }) => ({
    message: `The keys of the AWS profile “${p.profile}” have expired.`,
    remedy: 'Put fresh keys into the profile the way you got these; the app keeps none.',
  }),
  'aws.no-access': (p: { action: string; code: string }) => ({
    message: `AWS did not let this caller look (${p.code}).`,
    remedy: `Allow ${p.action} for this role; the payer’s read-only policy has all that is needed. It says nothing about the thing itself.`,
  }),
  'aws.throttled': (p: { action: string }) => ({
    message: 'AWS asked to slow down and kept on asking.',
    remedy: `Run the check again in a minute (${p.action}).`,
  }),
  'aws.unavailable': (p: { action: string; code: string }) => ({
    message: `AWS itself is in trouble (${p.code}).`,
    remedy: `Run the check again in a few minutes (${p.action}); the AWS Health Dashboard says more.`,
  }),
  'aws.timeout': (p: { action: string }) => ({
    message: 'AWS did not answer in time.',
    remedy: `Look at the network, then run the check again (${p.action}).`,
  }),
  'aws.offline': (p: { action: string }) => ({
    message: 'AWS could not be reached.',
    remedy: `Look at the network or the proxy, then run the check again (${p.action}).`,
  }),
  'aws.mixed-endpoints': (p: { detail: string }) => ({
    message: `Some services would reach AWS and others an overriding endpoint: ${p.detail}`,
    remedy: 'Set the endpoint override for all services or for none; nothing is written until then.',
  }),
  'aws.refused': (p: { code: string; text: string; action: string }) => ({
    message: `AWS refused ${p.action}: ${p.text} (${p.code}).`,
    remedy: 'Correct what AWS names, then try again.',
  }),
  'aws.bucket-taken': (p: { bucket: string }) => ({
    message: `The bucket name ${p.bucket} belongs to someone else: S3 names are unique in all of AWS.`,
    remedy: 'Choose another, such as spotinst-cur-report- followed by the account ID, and keep the report name.',
  }),
  'aws.report-limit': (_: None) => ({
    message: 'The account already has as many reports as AWS allows (10).',
    remedy: 'Delete one that nobody uses, or ask AWS Support for a higher quota.',
  }),
  'aws.report-exists': (p: { report: string }) => ({
    message: `A report named ${p.report} exists with other settings.`,
    remedy:
      'Run the check to see what differs, and correct it in the console; the app does not change a report it did not make.',
  }),
  'aws.stack-exists': (p: { stack: string; status: string }) => ({
    message: `A stack named ${p.stack} exists already, in state ${p.status}.`,
    remedy:
      p.status === 'ROLLBACK_COMPLETE'
        ? 'It failed to be created. Delete it, here or in CloudFormation, then create it again.'
        : 'Look at it in CloudFormation: go on with it if it is the right one, or choose another name.',
  }),

  'account.wrong': (p: { expected: string; actual: string }) => ({
    message: `The caller is account ${p.actual}; this case expects ${p.expected}.`,
    remedy: 'Choose the profile of the billing account. Nothing is written with the wrong one.',
  }),
  'account.member': (p: { account: string }) => ({
    message: `Account ${p.account} is a member of an organization: a report made here shows this account only.`,
    remedy: 'Use the account that pays the bill for the organization.',
  }),

  'report.missing': (p: { report: string; account: string }) => ({
    message: `There is no report named ${p.report} in account ${p.account}.`,
    remedy: 'Create it, or check that this is the account that pays the bill.',
  }),
  'report.is-data-export': (p: { name: string }) => ({
    message: `There is a CUR 2.0 data export (${p.name}) instead of a legacy report. It never writes crawler-cfn.yml.`,
    remedy: 'Create a Legacy CUR export with the values of this case; the data export may stay.',
  }),
  'report.field-differs': (p: { label: string; expected: string; actual: string }) => ({
    message: `${p.label} is ${p.actual}; it has to be ${p.expected}.`,
    remedy: 'Edit the report in the console, or delete it and create it anew: some fields cannot be changed.',
  }),
  'report.serves-another': (p: { report: string; made: string }) => ({
    message: `${p.report} is made for ${p.made}. One report cannot serve both: they read other formats.`,
    remedy: 'Leave it as it is and make a second report with another name; an account can have ten.',
  }),
  'report.not-delivered': (p: { report: string }) => ({
    message: `AWS has not delivered ${p.report} yet.`,
    remedy: 'The first delivery takes up to 24 hours. If it takes longer, look at the bucket’s policy.',
  }),
  'report.error-permissions': (p: { bucket: string }) => ({
    message: `AWS may not write into ${p.bucket}: the last delivery failed with ERROR_PERMISSIONS.`,
    remedy: 'Restore the bucket policy AWS proposes for reports; someone has replaced or narrowed it.',
  }),
  'report.error-no-bucket': (p: { bucket: string }) => ({
    message: `AWS cannot find ${p.bucket}: the last delivery failed with ERROR_NO_BUCKET.`,
    remedy: 'Create the bucket again in the billing account, with the policy AWS proposes.',
  }),

  'bucket.not-there': (p: { bucket: string }) => ({
    message: `There is no bucket ${p.bucket} yet.`,
    remedy: 'Create it, in the console or from here.',
  }),
  'bucket.not-owned': (p: { bucket: string; account: string }) => ({
    message: `${p.bucket} does not belong to account ${p.account}.`,
    remedy: 'Use a bucket of the billing account; a report cannot deliver into someone else’s.',
  }),
  'bucket.owner-unknown': (p: { bucket: string }) => ({
    message: `AWS does not say whose ${p.bucket} is: it may be someone else’s, or a permission may be missing.`,
    remedy: 'Allow s3:ListBucket on it, or look in the S3 console of the billing account.',
  }),
  'bucket.other-region': (p: { bucket: string; actual: string; expected: string }) => ({
    message: `${p.bucket} is in ${p.actual}; the case says ${p.expected}.`,
    remedy: 'Bucket and stack have to share a region. Correct the case, or use a bucket in the right region.',
  }),
  'bucket.policy-missing': (p: { bucket: string }) => ({
    message: `${p.bucket} has no policy that lets AWS deliver reports.`,
    remedy: 'Confirm the policy AWS proposes when the report is created, or set it from here.',
  }),
  'bucket.policy-other': (p: { bucket: string }) => ({
    message: `The policy of ${p.bucket} is none of the three that AWS documents for report delivery.`,
    remedy: 'Compare it with the proposed one; delivery fails with ERROR_PERMISSIONS where it is too narrow.',
  }),
  'bucket.has-notifications': (p: { targets: string }) => ({
    message: `The bucket already notifies: ${p.targets}. Creating the crawler stack replaces these notifications.`,
    remedy: 'Use a bucket that serves nothing else, or write the present ones down and add them again afterwards.',
  }),

  'crawler-file.not-found': (p: { key: string }) => ({
    message: `There is no ${p.key} in the bucket.`,
    remedy: 'It appears with the first delivery of a legacy report with Athena. Check the report, or wait for AWS.',
  }),
  'crawler-file.newer': (p: { file: string; attached: string }) => ({
    message: `AWS has written the file again at ${p.file}; the attached copy is of ${p.attached}.`,
    remedy: 'It usually does not change. Download it again if the report was edited since.',
  }),
  'crawler-file.differs': (_: None) => ({
    message: 'The attached copy is not the file that AWS has in the bucket.',
    remedy: 'Download it again, unless Spot holds the attached one already and nothing in the report has changed.',
  }),
  'crawler-file.too-large': (p: { size: number }) => ({
    message: `The file has ${p.size} bytes; a crawler-cfn.yml has about 10,000.`,
    remedy: 'It is not the crawler file. Look for crawler-cfn.yml under prefix and report.',
  }),

  'stack.missing': (p: { stack: string }) => ({
    message: `There is no stack ${p.stack} in this account and region.`,
    remedy: 'Create it, or check that the name and the region are the right ones.',
  }),
  'stack.in-progress': (p: { stack: string; status: string; done: number; of: number }) => ({
    message: `${p.stack} is ${p.status}: ${p.done} of ${p.of} resources so far.`,
    remedy: 'Look again in a few minutes.',
  }),
  'stack.failed': (p: { stack: string; status: string; resource: string; reason: string }) => ({
    message: `${p.stack} is ${p.status}. First to fail was ${p.resource}: ${p.reason}`,
    remedy: 'Remove the cause, delete the failed stack, then create it again.',
  }),
  'stack.not-usable': (p: { stack: string; status: string; reason: string }) => ({
    message: `${p.stack} is ${p.status}${p.reason ? `: ${p.reason}` : '.'}`,
    remedy: 'Look at it in CloudFormation: finish or delete it, then create it again.',
  }),
  'stack.cause-runtime': (p: { reason: string }) => ({
    message: `Lambda no longer lets this runtime be created: ${p.reason}`,
    remedy:
      'Download a fresh crawler-cfn.yml. If that names the same runtime, ask AWS Support; do not edit the runtime alone.',
  }),
  'stack.cause-concurrency': (p: { reason: string }) => ({
    message: `The template reserves Lambda concurrency and the account has too little: ${p.reason}`,
    remedy: 'Ask AWS for a Lambda concurrency quota of at least 102 in this region, then create the stack again.',
  }),
  'stack.cause-exists': (p: { reason: string }) => ({
    message: `Something of that name exists already, left over from an earlier stack: ${p.reason}`,
    remedy: 'Find the resource that AWS names, make sure nothing uses it, delete it, and create the stack again.',
  }),
  'stack.cause-denied': (p: { reason: string }) => ({
    message: `The caller or the role was not allowed to make it: ${p.reason}`,
    remedy: 'Use a role that may create IAM roles, Lambda functions and Glue crawlers in the billing account.',
  }),
  'stack.cause-lake-formation': (p: { reason: string }) => ({
    message: `Lake Formation guards the Glue catalog of this account and refused: ${p.reason}`,
    remedy:
      'Let a Lake Formation administrator grant the stack’s role its database permissions, then create the stack again.',
  }),
  'stack.cause-s3-object': (p: { reason: string }) => ({
    message: `AWS could not read a file from S3 that the stack is made of: ${p.reason}`,
    remedy:
      'Look whether the caller may read the object that AWS names; if it is Spot’s own bucket, ask Spot to grant this account.',
  }),
  'stack.cause-custom-resource': (p: { reason: string }) => ({
    message: `A function of the template itself failed, mostly the one that hooks the bucket’s events: ${p.reason}`,
    remedy:
      'Bucket and stack have to be in one region and in one account. The log stream that AWS names says what the function met.',
  }),
  'stack.not-left-over': (p: { stack: string; status: string }) => ({
    message: `${p.stack} is ${p.status}. Only a stack that failed to be created (ROLLBACK_COMPLETE) is deleted from here.`,
    remedy: 'Look at it in CloudFormation, and decide there.',
  }),
  'stack.account-list-spaces': (p: { list: string }) => ({
    message: `The account list was entered with spaces: “${p.list}”.`,
    remedy: 'Update the stack with the account IDs separated by commas alone.',
  }),
  'stack.account-list-blank': (_: None) => ({
    message:
      'The account list was left blank on a shared payer: the bill of every customer of this payer goes to Spot.',
    remedy: 'Update the stack at once with the accounts that the case names, and tell Spot.',
  }),
  'stack.parameter-differs': (p: { name: string; expected: string; actual: string }) => ({
    message: `Parameter ${p.name} is “${p.actual}”; it should be “${p.expected}”.`,
    remedy: 'Create the stack again from Spot’s link, with pre-filled parameters left alone.',
  }),

  'crawler.missing': (p: { crawler: string }) => ({
    message: `There is no crawler ${p.crawler}.`,
    remedy: 'The crawler stack makes it. Check that the stack is complete and that the region is right.',
  }),
  'crawler.not-daily': (p: { expression: string; expected: string }) => ({
    message: `The crawler’s schedule is ${p.expression}; it should be ${p.expected}, daily at 00:00 UTC.`,
    remedy: 'Set it in the Glue console, or from here.',
  }),
  'crawler.not-scheduled': (p: { state: string }) => ({
    message: `The schedule is there but its state is ${p.state}: nothing will start the crawler.`,
    remedy: 'Start the schedule in the Glue console, or from here.',
  }),
  'crawler.schedule-changing': (_: None) => ({
    message: 'AWS is just changing the schedule.',
    remedy: 'Look again in a minute.',
  }),
  'crawler.failed-lake-formation': (p: { error: string }) => ({
    message: `The crawler’s last run failed, because Lake Formation refused it: ${p.error}`,
    remedy:
      'Let a Lake Formation administrator grant the crawler’s role CREATE_TABLE, ALTER and DESCRIBE on its database, then run the crawler.',
  }),
  'crawler.failed-kms': (p: { error: string }) => ({
    message: `The crawler’s last run failed, because it may not use a KMS key: ${p.error}`,
    remedy: 'Allow the crawler’s role kms:Decrypt on the key that encrypts the bucket, then run the crawler.',
  }),
  'crawler.last-failed': (p: { error: string }) => ({
    message: `The crawler’s last run failed: ${p.error}`,
    remedy: 'Lake Formation permissions and KMS keys are the usual causes; the crawler’s log names it.',
  }),

  'lambda.concurrency-low': (p: { unreserved: number; limit: number; region: string; advised: number }) => ({
    message: `The account has ${p.unreserved} unreserved Lambda executions in ${p.region} (quota ${p.limit}); the crawler stack reserves two of them.`,
    remedy: `Ask AWS for a Lambda concurrency quota of at least ${p.advised} in this region before creating the stack.`,
  }),

  'plan.already-there': (p: { what: string }) => ({
    message: `${p.what} is there already as it should be; nothing is changed.`,
    remedy: 'Running it does no harm: it only looks again.',
  }),
  'plan.already-gone': (p: { what: string }) => ({
    message: `${p.what} is not there; there is nothing to delete.`,
    remedy: 'Go on with creating it.',
  }),
  'plan.left-alone': (p: { what: string }) => ({
    message: `${p.what} is there already and is left as it is.`,
    remedy: 'What is missing beside it is still made.',
  }),
  'plan.notifications-unseen': (p: { bucket: string; action: string }) => ({
    message: `Whether ${p.bucket} already notifies others could not be seen (${p.action}). The crawler stack replaces whatever is there.`,
    remedy: 'Look in the S3 console under Properties, Event notifications, before creating the stack.',
  }),
  'plan.template-unseen': (p: { action: string; code: string }) => ({
    message: `What the template would make could not be seen (${p.action}: ${p.code}).`,
    remedy: 'Allow that action for this role, or open the link in the console and read the template there first.',
  }),
  'plan.capability-beyond': (p: { capability: string }) => ({
    message: `The template asks for ${p.capability}. The procedure acknowledges CAPABILITY_IAM and nothing more.`,
    remedy: 'Ask Spot why it is needed; if it is meant, create the stack in the console, where you acknowledge it.',
  }),
  'plan.retired-runtime': (p: { runtime: string }) => ({
    message: `The crawler file names the Lambda runtime ${p.runtime}, with which AWS creates no function any more: the stack would fail.`,
    remedy:
      'Download a fresh crawler-cfn.yml. If that names the same runtime, ask AWS Support; the list of retired runtimes is in the settings.',
  }),

  'check.outdated': (p: { facts: string }) => ({
    message: `This was looked at before ${p.facts} changed; it says nothing about the new value.`,
    remedy: 'Run the check again.',
  }),

  'action.unknown': (p: { action: string; known: string }) => ({
    message: `There is no action “${p.action}”.`,
    remedy: `The actions are: ${p.known}.`,
  }),
  'action.not-confirmed': (p: { action: string }) => ({
    message: `“${p.action}” was only planned; nothing was written to AWS.`,
    remedy: 'Read the plan, then confirm it.',
  }),
  'action.gate-shut': (p: { step: string; waitsFor: string }) => ({
    message: `“${p.step}” cannot be done yet. ${p.waitsFor}`,
    remedy: 'Do what comes first.',
  }),
  'action.value-missing': (p: { label: string }) => ({
    message: `${p.label} is not known yet, and the action needs it.`,
    remedy: 'Enter it on the case first.',
  }),
} satisfies Catalogue
