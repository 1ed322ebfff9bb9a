import { type Finding, finding } from '../finding.ts'

/** How AWS words a failure, by the cause behind it (DOMAIN, section 8). The first that fits counts. */
const CAUSES: readonly (readonly [RegExp, (reason: string) => Finding])[] = [
  [
    /runtime(?=[\s\S]*(?:no longer supported|not supported|deprecat))/i,
    (reason) => finding('error', 'stack.cause-runtime', { reason }),
  ],
  [
    /UnreservedConcurrentExecution|ReservedConcurrentExecutions/i,
    (reason) => finding('error', 'stack.cause-concurrency', { reason }),
  ],
  // Lake Formation and S3 speak of denied access too; what they deny is mended elsewhere than in IAM.
  [/Lake ?Formation/i, (reason) => finding('error', 'stack.cause-lake-formation', { reason })],
  [
    /S3 Error Code|S3 error:|error occurred while GetObject/i,
    (reason) => finding('error', 'stack.cause-s3-object', { reason }),
  ],
  [/already exists|AlreadyExists/i, (reason) => finding('error', 'stack.cause-exists', { reason })],
  [/not authorized|AccessDenied|access denied/i, (reason) => finding('error', 'stack.cause-denied', { reason })],
  [
    /custom resource|CloudFormation did not receive a response/i,
    (reason) => finding('error', 'stack.cause-custom-resource', { reason }),
  ],
]

/** The cause behind AWS's words for a failed resource; null where the words have to do. */
export function stackCause(reason: string): Finding | null {
  const known = CAUSES.find(([words]) => words.test(reason))
  return known ? known[1](reason) : null
}
