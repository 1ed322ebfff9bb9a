import { z } from 'zod'
import { ShortText } from '../domain/records/base.ts'
import { Identity } from '../domain/records/check.ts'
import { FindingView } from './finding-view.ts'

const Text = z.string().max(20_000)

/** What CloudFormation reads out of a template, before anything is made of it. */
export const TemplateView = z.strictObject({
  url: Text,
  description: Text,
  resourceTypes: z.array(ShortText),
  parameters: z.array(ShortText),
  capabilities: z.array(ShortText),
})
export type TemplateView = z.infer<typeof TemplateView>

/** What an action on AWS would do, and what stands against it. */
export const PlanView = z.strictObject({
  action: ShortText,
  title: ShortText,
  accountId: ShortText,
  region: ShortText,
  endpoint: ShortText,
  simulated: z.boolean(),
  identity: Identity.nullable(),
  /** What the template of Spot’s link would make; null for every other action, and where it could not be read. */
  template: TemplateView.nullable(),
  /** `exact`: the value is one of AWS’s own, not a description. */
  changes: z.array(z.strictObject({ what: Text, value: Text, exact: z.boolean() })),
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
  /** What its template would make; null where nobody looked: without a case, or without a profile. */
  template: TemplateView.nullable(),
  findings: z.array(FindingView),
})
export type LinkReportView = z.infer<typeof LinkReportView>
