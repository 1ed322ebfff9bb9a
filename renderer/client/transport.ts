import type { ChangeEvent } from '../../shared/contract/index.ts'

/** Whether the host is heard: `up` after silence means that events may have been missed. */
export type Link = 'up' | 'down'

export interface Listener {
  change(event: ChangeEvent): void
  link(state: Link): void
}

/** How JSON text reaches the host. Two exist, the preload's bridge and HTTP; nothing above this file knows which. */
export interface Transport {
  /** Resolves to the reply envelope as JSON text; rejects where no host answered. */
  send(name: string, inputJson: string): Promise<string>
  /** Listens until the returned function is called. */
  listen(listener: Listener): () => void
}

/** A change event as it came over the wire; null for anything else, which is passed over. */
export function readChangeEvent(json: string): ChangeEvent | null {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null) return null
    const { topic, sequence, ids } = value as Record<string, unknown>
    if (!isTopic(topic)) return null
    if (typeof sequence !== 'number' || !Array.isArray(ids)) return null
    return { topic, sequence, ids: ids.filter((id): id is string => typeof id === 'string') }
  } catch {
    return null
  }
}

const TOPICS: Readonly<Record<ChangeEvent['topic'], true>> = {
  cases: true,
  settings: true,
  practice: true,
  host: true,
  checks: true,
  jobs: true,
  reminders: true,
}

function isTopic(value: unknown): value is ChangeEvent['topic'] {
  return typeof value === 'string' && Object.hasOwn(TOPICS, value)
}
