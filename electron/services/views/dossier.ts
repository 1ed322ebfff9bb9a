import type { ActivityView, CaseView } from '../../../shared/contract/views.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { dossierText as text } from '../../../shared/text/dossier.ts'
import { localText } from '../../../shared/text/times.ts'
import { checkTable, factRows, fileTable, stepTable, submissionPart, table, timelineTable } from './dossier-parts.ts'
import { DOSSIER_STYLE } from './dossier-style.ts'
import { html, Markup } from './html.ts'

export interface DossierParts {
  readonly c: CaseView
  /** Oldest first. */
  readonly activity: readonly ActivityView[]
  /** Pictures of the evidence as `data:` addresses, by attachment ID. */
  readonly pictures: ReadonlyMap<string, string>
  readonly company: string
  readonly operator: string
  readonly isPractice: boolean
  readonly now: string
  readonly zone: string
}

/**
 * The case on paper: one page that needs nothing else, with what happened, who did it and what shows it. It loads
 * nothing and runs nothing, whatever its texts hold.
 */
export function dossierPage(parts: DossierParts): string {
  const { c, zone } = parts
  const title = `${text.title} ${c.ref}: ${c.customer.name}`
  const checks = [...new Map(c.steps.flatMap((step) => step.checks).map((check) => [check.id, check])).values()]
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(DOSSIER_STYLE)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${c.procedure.title} (${c.procedure.document}, ${c.procedure.version})</p>
<p>${formatAccountId(c.customer.managementAccountId)} · ${c.state}${c.stateReason ? `: ${c.stateReason}` : ''} · ${c.owner} · ${localText(
    c.openedAt,
    zone,
  )}${c.closedAt === null ? '' : ` – ${localText(c.closedAt, zone)}`}</p>
${parts.isPractice ? html`<p class="practice">${text.practice}</p>` : null}
</header>
<main>
<h2>${text.facts}</h2>${factRows(c)}${c.notes ? html`<pre>${c.notes}</pre>` : null}
<h2>${text.steps}</h2>${c.phases.map(
    (phase) =>
      html`<h3>${phase.title} (${phase.stepsDone}/${phase.stepsTotal})</h3>${stepTable(
        c.steps.filter((step) => step.phase === phase.id),
        zone,
        (id) => pictureOf(parts, id),
      )}`,
  )}
<h2>${text.waits}</h2>${table(
    text.waitHeads,
    c.waits.map((wait) => html`<tr><td>${wait.title}</td><td>${wait.state}</td><td>${wait.why}</td></tr>`),
  )}
<h2>${text.submissions}</h2>${c.submissions.length === 0 ? table([], []) : c.submissions.map((s) => submissionPart(s, zone))}
<h2>${text.checks}</h2>${checkTable(checks, zone)}
<h2>${text.files}</h2>${fileTable(c, zone)}
<h2>${text.timeline}</h2>${timelineTable(parts.activity)}
</main>
<footer><p>${text.made(localText(parts.now, zone), parts.operator, parts.company)}</p></footer>
</body>
</html>
`
  return page.text
}

/** A picture where it can be shown, else the file's name. */
function pictureOf({ c, pictures }: DossierParts, id: string): Markup | null {
  const file = c.attachments.find((attachment) => attachment.id === id)
  const picture = pictures.get(id)
  if (!file) return null
  if (picture === undefined) return html`<p>${file.name}<br><span class="mono">${file.sha256}</span></p>`
  return html`<figure><img src="${picture}" alt="${file.name}"><figcaption>${file.name}</figcaption></figure>`
}
