import type { DossierBlock, DossierLine } from '../../../shared/contract/dossier-view.ts'
import type { ActivityView, CaseView, CheckView, StepView, SubmissionView } from '../../../shared/contract/views.ts'
import { dossierText as text } from '../../../shared/text/dossier.ts'
import { localText } from '../../../shared/text/times.ts'

type Cell = DossierLine[]
type Look = DossierLine['look']
type Table = Extract<DossierBlock, { readonly kind: 'table' }>

/** Lines of one look; blank ones are left out. */
export function lines(look: Look, ...texts: readonly (string | null)[]): Cell {
  return texts.flatMap((line) => (line ? [{ text: line, look, picture: null }] : []))
}

const plain = (...texts: readonly (string | null)[]) => lines('plain', ...texts)
const mono = (...texts: readonly (string | null)[]) => lines('mono', ...texts)

export function heading(level: 2 | 3, said: string): DossierBlock {
  return { kind: 'heading', level, text: said }
}

export function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): Table {
  return { kind: 'table', heads: [...heads], rows: rows.map((row) => [...row]) }
}

/** Names with their values; those without a value are left out. */
export function pairs(rows: readonly (readonly [string, Cell])[]): DossierBlock {
  return { kind: 'pairs', rows: rows.flatMap(([name, cell]) => (cell.length === 0 ? [] : [{ name, cell }])) }
}

export function factRows(c: CaseView): DossierBlock {
  const known = c.facts.filter((fact) => fact.value !== null)
  return pairs(known.map((fact) => [fact.label, lines(fact.mono ? 'mono' : 'plain', fact.display)] as const))
}

/** A phase's steps, each with what is on the record of it. */
export function stepTable(steps: readonly StepView[], zone: string, file: (id: string) => Cell): DossierBlock {
  return table(
    text.stepHeads,
    steps.map((step) => {
      const { record } = step
      const attachment = record?.evidence?.attachmentId ?? null
      return [
        [...plain(step.title), ...lines('quiet', step.source)],
        plain(text.status[step.status]),
        plain(record && text.at(localText(record.at, zone), record.by)),
        [...plain(record?.evidence?.text ?? null, record?.reason ?? null), ...(attachment ? file(attachment) : [])],
      ]
    }),
  )
}

export function waitTable(waits: CaseView['waits']): DossierBlock {
  return table(
    text.waitHeads,
    waits.map((wait) => [plain(wait.title), plain(text.waitStates[wait.state]), plain(wait.why)]),
  )
}

export function checkTable(checks: readonly CheckView[], zone: string): DossierBlock {
  const run = checks.filter((check) => check.at !== null)
  return table(
    text.checkHeads,
    run.map((check) => {
      const who = check.identity
      return [
        plain(check.title),
        plain(check.outcome && text.outcomes[check.outcome]),
        plain(
          ...check.lines.map((line) => `${line.label}: ${line.expected}; ${line.actual}`),
          ...check.findings.map((f) => f.message),
        ),
        [
          ...plain(localText(check.at ?? '', zone)),
          ...(who ? mono(`${who.accountId}${who.simulated ? ` ${text.simulated}` : ''}`) : []),
        ],
      ]
    }),
  )
}

/** An attempt with all that is known of it. */
export function submissionPart(s: SubmissionView, zone: string): readonly DossierBlock[] {
  const did = (at: { readonly at: string; readonly by: string } | null) => at && text.at(localText(at.at, zone), at.by)
  const { items } = s
  const values = items
    ? text.items.map(([name, label]) => {
        const value = items[name]
        return [label, mono(typeof value === 'string' ? value : value.join(', '))] as const
      })
    : []
  return [
    heading(3, text.attempt(s.attempt)),
    pairs([
      [text.recipient, plain([s.recipient.name, s.recipient.email].filter((one) => one !== '').join(', '))],
      [text.ticket, plain(s.ticket)],
      [text.exported, plain(s.exported && `${did(s.exported)}: ${s.exported.name} (${s.exported.format})`)],
      [text.sent, plain(s.sent && `${did(s.sent)}${s.sent.via ? `, ${s.sent.via}` : ''}`)],
      [text.answered, s.answered ? [...plain(did(s.answered)), ...mono(s.answered.link)] : []],
      [
        s.state === 'withdrawn' ? text.withdrawn : text.returned,
        plain(s.closed && `${did(s.closed)}: ${s.closed.reason}`),
      ],
      [text.turnaround, plain(s.turnaround?.text ?? null)],
      [text.crawlerFile, mono(items?.crawlerFile.sha256 ?? null)],
      ...values,
      [text.warnings, plain(...s.warnings.map((w) => w.message))],
      [text.written, (s.exported?.files ?? []).flatMap((f) => [...plain(f.name), ...mono(f.sha256)])],
    ]),
    ...(s.replies.length === 0 ? [] : [heading(3, text.replies)]),
    ...s.replies.flatMap((reply): DossierBlock[] => [
      { kind: 'quiet', text: `${text.at(reply.atText, reply.by)}${reply.file === null ? '' : `, ${reply.file}`}` },
      ...verbatim(reply.text),
    ]),
    ...(s.message === null ? [] : [heading(3, `${text.message}: ${s.message.subject}`), ...verbatim(s.message.text)]),
  ]
}

/** Words as they were written; none for none. */
export function verbatim(said: string): readonly DossierBlock[] {
  return said === '' ? [] : [{ kind: 'verbatim', text: said }]
}

export function fileTable(c: CaseView, zone: string): DossierBlock {
  return table(
    text.fileHeads,
    c.attachments.map((file) => [
      plain(file.name),
      plain(text.size(file.size)),
      mono(file.sha256),
      plain(text.at(localText(file.addedAt, zone), file.addedBy)),
    ]),
  )
}

export function timelineTable(rows: readonly ActivityView[]): DossierBlock {
  return table(
    text.timelineHeads,
    rows.map((row) => [plain(row.atText), plain(row.who), plain(row.sentence)]),
  )
}
