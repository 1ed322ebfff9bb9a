import type { DossierBlock, DossierLine, DossierView } from '../../../shared/contract/dossier-view.ts'
import type { ActivityView, CaseView } from '../../../shared/contract/views.ts'
import { formatAccountId } from '../../../shared/domain/values/account-id.ts'
import { dossierText as text } from '../../../shared/text/dossier.ts'
import { localText } from '../../../shared/text/times.ts'
import {
  checkTable,
  factRows,
  fileTable,
  heading,
  lines,
  stepTable,
  submissionPart,
  table,
  timelineTable,
  verbatim,
  waitTable,
} from './dossier-parts.ts'

type Picture = NonNullable<DossierLine['picture']>

export interface DossierParts {
  readonly c: CaseView
  /** Oldest first. */
  readonly activity: readonly ActivityView[]
  /** Pictures of the evidence, by attachment ID. */
  readonly pictures: ReadonlyMap<string, Picture>
  readonly company: string
  readonly operator: string
  readonly isPractice: boolean
  readonly now: string
  readonly zone: string
}

/** The case on paper: what happened, who did it and what shows it. */
export function dossierView(parts: DossierParts): DossierView {
  const { c, zone } = parts
  const checks = [...new Map(c.steps.flatMap((step) => step.checks).map((check) => [check.id, check])).values()]
  const state = `${text.states[c.state]}${c.stateReason ? `: ${c.stateReason}` : ''}`
  const closed = c.closedAt === null ? '' : ` – ${localText(c.closedAt, zone)}`
  const blocks: readonly DossierBlock[] = [
    heading(2, text.facts),
    factRows(c),
    ...verbatim(c.notes),
    heading(2, text.steps),
    ...c.phases.flatMap((phase) => [
      heading(3, phase.stepsTotal === 0 ? phase.title : `${phase.title} (${phase.stepsDone}/${phase.stepsTotal})`),
      stepTable(
        c.steps.filter((step) => step.phase === phase.id),
        zone,
        (id) => evidenceFile(parts, id),
      ),
    ]),
    heading(2, text.waits),
    waitTable(c.waits),
    heading(2, text.submissions),
    ...(c.submissions.length === 0 ? [table([], [])] : c.submissions.flatMap((s) => submissionPart(s, zone))),
    heading(2, text.checks),
    checkTable(checks, zone),
    heading(2, text.files),
    fileTable(c, zone),
    heading(2, text.timeline),
    timelineTable(parts.activity),
  ]
  return {
    title: `${text.title} ${c.ref}: ${c.customer.name}`,
    lead: [
      `${c.procedure.title} (${c.procedure.document}, version ${c.procedure.version})`,
      `${formatAccountId(c.customer.managementAccountId)} · ${state} · ${c.owner} · ${localText(c.openedAt, zone)}${closed}`,
    ],
    practice: parts.isPractice ? text.practice : null,
    blocks: [...blocks],
    made: text.made(localText(parts.now, zone), parts.operator, parts.company),
  }
}

/** The picture where it can be shown, else the file's name and hash. */
function evidenceFile({ c, pictures }: DossierParts, id: string): DossierLine[] {
  const file = c.attachments.find((attachment) => attachment.id === id)
  const picture = pictures.get(id)
  if (!file) return []
  if (picture === undefined) return [...lines('plain', file.name), ...lines('mono', file.sha256)]
  return [{ text: file.name, look: 'quiet', picture }]
}
