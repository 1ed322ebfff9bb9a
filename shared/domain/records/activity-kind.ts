/** What an entry of the activity is about, as one looks for it. Without a schema: the screens list them, too. */
export const ACTIVITY_KINDS = ['steps', 'values', 'submission', 'waits', 'checks', 'aws', 'case'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** The words before the dot of an entry's `what`: `step.done`, `submission.sent`. Each belongs to one kind. */
const TOPICS: Readonly<Record<ActivityKind, readonly string[]>> = {
  steps: ['step', 'steps', 'advice'],
  values: ['fact', 'attachment', 'customer', 'payer'],
  submission: ['submission'],
  waits: ['wait', 'request'],
  checks: ['check', 'watch'],
  aws: ['action'],
  case: ['case', 'change', 'handover', 'import', 'workspace', 'settings', 'view'],
}

export function topicsOf(kind: ActivityKind): readonly string[] {
  return TOPICS[kind]
}

/** The kind of an entry; null where a later version wrote it. */
export function activityKind(what: string): ActivityKind | null {
  const topic = what.slice(0, Math.max(0, what.indexOf('.')))
  return ACTIVITY_KINDS.find((kind) => TOPICS[kind].includes(topic)) ?? null
}
