import type { z } from 'zod'
import { demandWhole, fileName } from '../../../shared/domain/handover/demand-whole.ts'
import {
  HANDOVER_KIND,
  HANDOVER_SCHEMA,
  type Handover,
  HandoverActivity,
  HandoverData,
  Manifest,
} from '../../../shared/domain/handover/schema.ts'
import type { NewActivity } from '../../../shared/domain/records/activity.ts'
import type { Settings } from '../../../shared/domain/records/settings.ts'
import { refuse } from '../../../shared/domain/refusal.ts'
import { CasebookError } from '../casebook-error.ts'
import type { Context } from '../context.ts'
import type { OutFile, Packer } from '../ports.ts'

/** The folder inside the file. */
const FOLDER = 'casebook-handover'
const MANIFEST = 'manifest.json'
const DATA = 'data.json'
const ACTIVITY = 'activity.json'

/** A handover with the bytes of its attachments, by SHA-256. */
export interface OpenedHandover extends Handover {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** Packs a handover: the same data gives the same bytes. */
export async function packHandover(
  { attachments, packer }: Context['ports'],
  settings: Settings,
  data: HandoverData,
  activity: readonly NewActivity[],
): Promise<Uint8Array> {
  const text = new TextEncoder()
  const hashes = new Set(data.cases.flatMap((c) => c.attachments.map(({ sha256 }) => sha256)))
  const files: OutFile[] = [
    { name: ACTIVITY, bytes: text.encode(jsonText(activity)) },
    { name: DATA, bytes: text.encode(jsonText(data)) },
  ]
  for (const sha256 of [...hashes].toSorted()) {
    files.push({ name: fileName(sha256), bytes: await attachments.get(sha256) })
  }
  const manifest: Manifest = {
    schema: HANDOVER_SCHEMA,
    kind: HANDOVER_KIND,
    workspace: settings.kind,
    company: settings.company,
    mspAccountId: settings.mspAccountId,
    files: files.map(({ name, bytes }) => ({ name, sha256: packer.sha256(bytes), size: bytes.length })),
  }
  return packer.zip(FOLDER, [{ name: MANIFEST, bytes: text.encode(jsonText(manifest)) }, ...files])
}

/**
 * Reads a handover that somebody sent. Every part is held against its hash and its form before anything is looked at.
 * Throws `zip.refused`, `handover.foreign`, `handover.newer`, `handover.altered`, `handover.inconsistent`.
 */
export function openHandover(packer: Packer, bytes: Uint8Array): OpenedHandover {
  const parts = new Map(packer.unzip(bytes, FOLDER).map((file) => [file.name, file.bytes]))
  const json = readJson(parts.get(MANIFEST), MANIFEST)
  demandKnown(json)
  const manifest = read(Manifest, json, MANIFEST)
  const listed = new Map(manifest.files.map((file) => [file.name, file]))
  if (listed.size !== manifest.files.length || listed.size !== parts.size - 1) {
    throw new CasebookError(refuse('handover.inconsistent', { what: 'the list of its files' }))
  }
  for (const [name, content] of parts) {
    if (name === MANIFEST) continue
    const said = listed.get(name)
    if (said?.size !== content.length || said.sha256 !== packer.sha256(content)) {
      throw new CasebookError(refuse('handover.altered', { file: name }))
    }
  }
  const data = read(HandoverData, readJson(parts.get(DATA), DATA), DATA)
  const activity = read(HandoverActivity, readJson(parts.get(ACTIVITY), ACTIVITY), ACTIVITY)
  const handover = { manifest, data, activity }
  const refused = demandWhole(handover)
  if (refused) throw new CasebookError(refused)
  const hashes = new Set(data.cases.flatMap((c) => c.attachments.map(({ sha256 }) => sha256)))
  const files = new Map([...hashes].map((hash) => [hash, parts.get(fileName(hash)) ?? new Uint8Array()]))
  if (files.size !== parts.size - 3) {
    throw new CasebookError(refuse('handover.inconsistent', { what: 'a file that no case has' }))
  }
  return { ...handover, files }
}

/** A newer form is told from no form at all: the way out is another one. */
function demandKnown(json: unknown): void {
  const { kind, schema } = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {}
  if (kind !== HANDOVER_KIND)
    throw new CasebookError(refuse('handover.foreign', { what: 'it does not say that it is one' }))
  if (typeof schema === 'number' && Number.isInteger(schema) && schema > HANDOVER_SCHEMA) {
    throw new CasebookError(refuse('handover.newer', { schema, newest: HANDOVER_SCHEMA }))
  }
}

function readJson(bytes: Uint8Array | undefined, name: string): unknown {
  try {
    if (bytes) return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    // Neither UTF-8 nor JSON, or nested beyond reading: said below.
  }
  throw new CasebookError(refuse('handover.foreign', { what: `“${name}” cannot be read` }))
}

function read<T>(schema: z.ZodType<T>, json: unknown, name: string): T {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const place = parsed.error.issues[0]?.path.map(String).join('.').slice(0, 100) ?? ''
  throw new CasebookError(refuse('handover.foreign', { what: `“${name}” is not in its form${place && ` (${place})`}` }))
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
