import { ATHENA_REPORT } from '../domain/procedure/report-profile.ts'
import type { Condition, Procedure } from '../domain/procedure/types.ts'
import { offboardingText as text } from '../text/procedures/offboarding.ts'
import { intakeOf } from './intake.ts'
import { stepsOf } from './step.ts'

const step = stepsOf('our checklist')

/** Report, bucket and crawler stack are cleared away only where nobody else uses them. */
const nobodyElse: Condition = { fact: 'reportStillUsed', is: 'no' }

/**
 * Taking a customer off Spot, a checklist of our own: no document of Spot's describes it. The extraction stops first;
 * before a stack's deletion empties the bucket's notifications, they are written down (DOMAIN, trap 9).
 */
export const offboarding: Procedure = {
  id: 'offboarding',
  version: 1,
  title: text.title,
  document: 'our checklist',
  summary: text.summary,
  who: text.who,
  signIn: 'payer',
  report: ATHENA_REPORT,
  intake: intakeOf({
    questions: [
      { fact: 'reportStillUsed', source: 'our checklist, item 3', ...text.intake.reportStillUsed, required: true },
      { fact: 'extractorStackName', source: 'our checklist, item 1', ...text.intake.extractorStackName },
    ],
    explanations: [{ source: 'our checklist, item 1', ...text.intake.order }],
    region: 'free',
  }),
  waits: [],
  phases: [
    {
      id: 'stop',
      title: text.phases.stop,
      steps: [
        step({
          id: 'extraction.stop',
          source: 'our checklist, item 1',
          kind: 'do',
          text: text.stopExtraction,
          values: ['payerAccountId', 'extractorStackName'],
          enters: ['extractorStackName'],
          link: 'extractor-stacks',
          evidence: 'required',
          gate: [{ known: 'extractorStackName' }],
        }),
        step({
          id: 'spot.told',
          source: 'our checklist, item 2',
          kind: 'do',
          text: text.tellSpot,
          values: ['managementAccountId', 'orgIds'],
          message: 'extraction-ended',
          gate: [{ step: 'extraction.stop' }],
        }),
      ],
    },
    {
      id: 'clear',
      title: text.phases.clear,
      steps: [
        step({
          id: 'crawler.unschedule',
          source: 'our checklist, item 3',
          kind: 'do',
          text: text.unschedule,
          values: ['reportName'],
          link: 'crawler',
          gate: [{ step: 'extraction.stop' }],
          when: nobodyElse,
        }),
        step({
          id: 'notifications.noted',
          source: 'our checklist, item 4',
          kind: 'check',
          text: text.notifications,
          values: ['bucket'],
          link: 'bucket',
          traps: ['deletion-empties-notifications'],
          checks: ['bucket.ready'],
          evidence: 'required',
          gate: [{ step: 'extraction.stop' }],
          when: nobodyElse,
        }),
        step({
          id: 'crawler-stack.removed',
          source: 'our checklist, item 5',
          kind: 'do',
          text: text.crawlerStack,
          values: ['crawlerStackName', 'bucket'],
          link: 'stacks',
          traps: ['deletion-empties-notifications'],
          gate: [{ step: 'notifications.noted' }, { step: 'crawler.unschedule' }],
          when: nobodyElse,
        }),
        step({
          id: 'report.removed',
          source: 'our checklist, item 6',
          kind: 'do',
          text: text.report,
          values: ['reportName'],
          link: 'report-list',
          gate: [{ step: 'crawler-stack.removed' }],
          when: nobodyElse,
        }),
        step({
          id: 'bucket.decided',
          source: 'our checklist, item 7',
          kind: 'decide',
          text: text.bucket,
          values: ['bucket'],
          evidence: 'required',
          gate: [{ step: 'report.removed' }],
          when: nobodyElse,
        }),
      ],
    },
    {
      id: 'close',
      title: text.phases.close,
      steps: [
        step({
          id: 'role.removed',
          source: 'our checklist, item 8',
          kind: 'do',
          text: text.role,
          values: ['managementAccountId'],
          link: 'stacks',
          gate: [{ step: 'extraction.stop' }],
        }),
        step({
          id: 'access.returned',
          source: 'our checklist, item 9',
          kind: 'do',
          text: text.access,
          values: ['payerAccountId'],
          gate: [{ step: 'extraction.stop' }, { step: 'bucket.decided' }],
        }),
      ],
    },
  ],
}
