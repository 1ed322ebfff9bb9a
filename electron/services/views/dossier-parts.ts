import type { ActivityView, CaseView, CheckView, StepView, SubmissionView } from '../../../shared/contract/views.ts'
import { dossierText as text } from '../../../shared/text/dossier.ts'
import { localText } from '../../../shared/text/times.ts'
import { html, type Markup } from './html.ts'

/** A table with its heads; where it has no rows, a word that it has none. */
export function table(heads: readonly string[], rows: readonly Markup[]): Markup {
  if (rows.length === 0) return html`<p class="quiet">${text.none}</p>`
  return html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}

/** Names with their values; those without a value are left out. */
export function pairs(rows: readonly (readonly [string, string | Markup | null])[]): Markup {
  const shown = rows.filter(([, value]) => value !== null && value !== '')
  return html`<table><tbody>${shown.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`
}

export function factRows(c: CaseView): Markup {
  return pairs(
    c.facts
      .filter((fact) => fact.value !== null)
      .map((fact) => [fact.label, html`<span class="${fact.mono ? 'mono' : ''}">${fact.display}</span>`] as const),
  )
}

/** A phase's steps, each with what is on the record of it. */
export function stepTable(steps: readonly StepView[], zone: string, picture: (id: string) => Markup | null): Markup {
  return table(
    text.stepHeads,
    steps.map((step) => {
      const { record } = step
      const file = record?.evidence?.attachmentId ?? null
      return html`<tr><td>${step.title}<br><span class="quiet">${step.source}</span></td><td>${text.status[step.status]}</td><td>${
        record === null ? '' : text.at(localText(record.at, zone), record.by)
      }</td><td>${record?.evidence?.text ?? ''}${record?.reason ? html`<p>${record.reason}</p>` : null}${
        file === null ? null : picture(file)
      }</td></tr>`
    }),
  )
}

export function checkTable(checks: readonly CheckView[], zone: string): Markup {
  return table(
    text.checkHeads,
    checks
      .filter((check) => check.at !== null)
      .map((check) => {
        const lines = check.lines.map((line) => html`<p>${line.label}: ${line.expected}; ${line.actual}</p>`)
        const findings = check.findings.map((f) => html`<p>${f.message}</p>`)
        const who = check.identity
        return html`<tr><td>${check.title}</td><td>${check.outcome ?? ''}</td><td>${lines}${findings}</td><td>${localText(
          check.at ?? '',
          zone,
        )}${who ? html`<br><span class="mono">${who.accountId}</span> ${who.simulated ? text.simulated : ''}` : null}</td></tr>`
      }),
  )
}

/** An attempt with all that is known of it. */
export function submissionPart(s: SubmissionView, zone: string): Markup {
  const did = (at: { readonly at: string; readonly by: string } | null) => at && text.at(localText(at.at, zone), at.by)
  const { items } = s
  const values = items
    ? text.items.map(([name, label]) => {
        const value = items[name]
        return [label, html`<span class="mono">${typeof value === 'string' ? value : value.join(', ')}</span>`] as const
      })
    : []
  const closed = s.closed && `${did(s.closed)}: ${s.closed.reason}`
  return html`<section><h3>${text.attempt(s.attempt)}</h3>${pairs([
    [text.recipient, [s.recipient.name, s.recipient.email].filter((one) => one !== '').join(', ')],
    [text.ticket, s.ticket],
    [text.exported, s.exported && `${did(s.exported)}: ${s.exported.name} (${s.exported.format})`],
    [text.sent, s.sent && `${did(s.sent)}${s.sent.via ? `, ${s.sent.via}` : ''}`],
    [text.answered, s.answered && html`${did(s.answered)}<br><span class="mono">${s.answered.link}</span>`],
    [s.state === 'withdrawn' ? text.withdrawn : text.returned, closed],
    [text.turnaround, s.turnaround?.text ?? null],
    [text.crawlerFile, items && html`<span class="mono">${items.crawlerFile.sha256}</span>`],
    ...values,
    [text.warnings, s.warnings.length === 0 ? null : html`${s.warnings.map((w) => html`<p>${w.message}</p>`)}`],
    [
      text.written,
      s.exported &&
        html`${s.exported.files.map((f) => html`<p>${f.name}<br><span class="mono">${f.sha256}</span></p>`)}`,
    ],
  ])}${
    s.replies.length === 0
      ? null
      : html`<h3>${text.replies}</h3>${s.replies.map(
          (reply) =>
            html`<p class="quiet">${text.at(reply.atText, reply.by)}${reply.file === null ? '' : `, ${reply.file}`}</p><pre>${reply.text}</pre>`,
        )}`
  }${s.message === null ? null : html`<h3>${text.message}: ${s.message.subject}</h3><pre>${s.message.text}</pre>`}</section>`
}

export function fileTable(c: CaseView, zone: string): Markup {
  return table(
    text.fileHeads,
    c.attachments.map(
      (file) =>
        html`<tr><td>${file.name}</td><td>${file.size}</td><td class="mono">${file.sha256}</td><td>${text.at(
          localText(file.addedAt, zone),
          file.addedBy,
        )}</td></tr>`,
    ),
  )
}

export function timelineTable(rows: readonly ActivityView[]): Markup {
  return table(
    text.timelineHeads,
    rows.map((row) => html`<tr><td>${row.atText}</td><td>${row.who}</td><td>${row.sentence}</td></tr>`),
  )
}
