import { addMillis, HOUR, type Instant } from '../../../shared/domain/instant.ts'
import type { Attachment } from '../../../shared/domain/records/attachment.ts'
import type { Submission, SubmissionItems } from '../../../shared/domain/records/submission.ts'
import type { Course } from './course.ts'
import type { Life } from './life.ts'

const HASH = 'ab'.repeat(32)

/**
 * What went to Spot: a draft once the stack is named, sent and answered where the course says so. Of those that were
 * answered, one in nine had come back for correction before.
 */
export function attemptsOf(life: Life, caseId: string, course: Course): readonly Submission[] {
  const at = (step: string) => course.passed.find(({ id }) => id === step)?.at
  const [named, sent, answered] = [at('crawler-stack.name'), at('submission.send'), at('spot-link.received')]
  if (sent === undefined) return named === undefined ? [] : [draft(life, caseId, 1, named)]
  if (answered === undefined) return [sentAttempt(life, caseId, 1, sent)]
  const returned = life.random.chance(11) ? [returnedAttempt(life, caseId, life.openedAt, sent)] : []
  const last = sentAttempt(life, caseId, returned.length + 1, sent)
  const link = 'https://console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review'
  return [...returned, { ...last, state: 'answered', answered: { at: answered, by: life.by, link } }]
}

function draft({ world }: Life, caseId: string, attempt: number, createdAt: Instant): Submission {
  return {
    id: world.newId(),
    caseId,
    attempt,
    state: 'draft',
    createdAt,
    recipient: world.settings.recipient,
    items: null,
    warnings: [],
    exported: null,
    sent: null,
    answered: null,
    closed: null,
    ticket: '',
    written: null,
    replies: [],
  }
}

function sentAttempt(life: Life, caseId: string, attempt: number, at: Instant): Submission {
  const { by } = life
  return {
    ...draft(life, caseId, attempt, at),
    state: 'sent',
    items: itemsOf(life, caseId),
    exported: { at, by, format: 'zip', name: 'bundle', files: [] },
    sent: { at, by, via: 'e-mail' },
  }
}

/** Sent soon after the case was opened, and back before `next` was sent. */
function returnedAttempt(life: Life, caseId: string, openedAt: Instant, next: Instant): Submission {
  const [at, back] = [addMillis(openedAt, HOUR), addMillis(openedAt, (10 + life.random.below(90)) * HOUR)]
  const closed = {
    at: back < next ? back : next,
    by: life.by,
    reason: 'The bucket’s name was that of another account.',
  }
  return { ...sentAttempt(life, caseId, 1, at), state: 'returned', closed }
}

function itemsOf({ customer, payer, world }: Life, caseId: string): SubmissionItems {
  return {
    crawlerFile: { attachmentId: caseId, sha256: HASH, size: 9_400 },
    mspAccountId: world.settings.mspAccountId,
    managementAccountId: customer.managementAccountId,
    bucket: payer.bucket,
    stackName: payer.crawlerStackName,
    prefix: payer.prefix,
    orgIds: customer.orgIds.length > 0 ? customer.orgIds : ['600000000000'],
  }
}

/** The crawler file, where the course has come to it: a name and a size, no bytes. */
export function crawlerFile({ by, payer, world }: Life, caseId: string, course: Course): readonly Attachment[] {
  const attached = course.passed.find(({ id }) => id === 'crawler-file.attach')
  if (attached === undefined) return []
  return [
    {
      id: world.newId(),
      caseId,
      payerId: payer.id,
      kind: 'crawler-file',
      name: 'crawler-cfn.yml',
      sha256: HASH,
      size: 9_400,
      origin: `s3://${payer.bucket}/${payer.prefix}/${payer.reportName}/crawler-cfn.yml`,
      modifiedAt: attached.at,
      addedAt: attached.at,
      addedBy: by,
    },
  ]
}
