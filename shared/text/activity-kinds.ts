import type { ActivityKind } from '../domain/records/activity-kind.ts'

/** What entries of the activity are about, as one looks for them. */
export const activityKinds: Readonly<Record<ActivityKind, string>> = {
  steps: 'Steps',
  values: 'Values and files',
  submission: 'Submission',
  waits: 'Waits and requests',
  checks: 'Checks',
  aws: 'Done on AWS',
  case: 'The case itself',
}
