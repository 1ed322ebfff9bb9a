import { z } from 'zod'
import { ShortText } from '../domain/records/base.ts'
import { Identity } from '../domain/records/check.ts'
import { FindingView } from './finding-view.ts'

const Text = z.string().max(20_000)

/** What an action on AWS would do, and what stands against it. */
export const PlanView = z.strictObject({
  action: ShortText,
  title: ShortText,
  accountId: ShortText,
  region: ShortText,
  endpoint: ShortText,
  simulated: z.boolean(),
  identity: Identity.nullable(),
  changes: z.array(z.strictObject({ what: Text, value: Text })),
  findings: z.array(FindingView),
  /** False: the findings hold an error, or the caller is not who the case expects. */
  possible: z.boolean(),
})
export type PlanView = z.infer<typeof PlanView>

/** A template or a link, judged (`casebook template check`, `casebook link check`). */
export const TemplateReportView = z.strictObject({
  ok: z.boolean(),
  report: z.string().nullable(),
  bucket: z.string().nullable(),
  prefix: z.string().nullable(),
  crawlerName: z.string().nullable(),
  database: z.string().nullable(),
  runtimes: z.array(z.string()),
  resources: z.array(z.string()),
  findings: z.array(FindingView),
})
export const LinkReportView = z.strictObject({
  ok: z.boolean(),
  region: z.string().nullable(),
  templateUrl: z.string().nullable(),
  stackName: z.string().nullable(),
  parameters: z.record(z.string(), z.string()),
  findings: z.array(FindingView),
})
export type LinkReportView = z.infer<typeof LinkReportView>
