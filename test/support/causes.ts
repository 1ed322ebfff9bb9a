import { CreateStackCommand } from '@aws-sdk/client-cloudformation'
import type { ScenarioName } from '../../electron/practice/scenarios.ts'
import type { FindingView } from '../../shared/contract/views.ts'
import type { CheckId } from '../../shared/domain/procedure/types.ts'
import { judgeSpotLink } from '../../shared/domain/spot-link/judge.ts'
import type { MessageCode } from '../../shared/text/messages/index.ts'
import { type AwsApp, act, check, withLink, withStack } from './aws-app.ts'
import { bucketName, crawlerFileUrl, HOUR, MINUTE } from './practice.ts'

/** What the operator is told. */
export type Said = Pick<FindingView, 'code' | 'message' | 'remedy'>

/** A cause, or a part of one, with the scenario that brings it about and the sentence that tells it. */
export interface Shown {
  /** The part of the cause that is shown, in the words of the sentence. */
  readonly detail: string
  readonly scenario: ScenarioName
  readonly payer?: 'shared'
  /** What the operator is told, through the services and the real SDK over HTTP. */
  readonly see: (app: AwsApp) => Promise<readonly Said[]>
  readonly code: MessageCode
  readonly cause: RegExp
  readonly remedy: RegExp
}

/** A cause that AWS cannot show, with why, and what tells it instead. */
export interface NotShown {
  readonly detail: string
  /** Why AWS cannot show it, and what does. */
  readonly reason: string
  readonly see: (app: AwsApp) => Promise<readonly Said[]>
  readonly code: MessageCode
  readonly cause: RegExp
  readonly remedy: RegExp
}

/** The findings of one check, after the checks of its step, or all, were run. */
export const checked = (id: CheckId, step?: string) => async (app: AwsApp) => (await check(app, id, step)).findings
/** The findings of an action's plan. */
export const planned = (action: string) => async (app: AwsApp) =>
  (await app.send('case.plan', { case: app.caseId, action })).findings
/** Brings things about, then looks. */
export const after =
  (prepare: (app: AwsApp) => Promise<unknown>, see: Shown['see']): Shown['see'] =>
  async (app) => {
    await prepare(app)
    return see(app)
  }

/** A stack as somebody makes it in the console, without the app's plan; the time that it takes passes. */
export async function stackByHand(app: AwsApp, StackName = 'SpotEcoStack'): Promise<void> {
  const Capabilities = ['CAPABILITY_IAM' as const]
  await app.sdk.cloudFormation.send(new CreateStackCommand({ StackName, TemplateURL: crawlerFileUrl, Capabilities }))
  app.aws.clock.advance(10 * MINUTE)
}

/** The extractor stack as somebody makes it from Spot's link, with what was typed over. */
export const extractorByHand =
  (typed: Readonly<Record<string, string>>, accountList: string, template: { readonly TemplateBody?: string } = {}) =>
  async (app: AwsApp) => {
    const link = judgeSpotLink(await withLink(app, accountList))
    const parameters = { ...link.parameters, AccountList: accountList, CURBucketName: bucketName, ...typed }
    await app.sdk.cloudFormation.send(
      new CreateStackCommand({
        StackName: 'SpotCurExtractor',
        ...(template.TemplateBody === undefined ? { TemplateURL: link.templateUrl ?? '' } : template),
        Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
        Capabilities: ['CAPABILITY_IAM'],
      }),
    )
    app.aws.clock.advance(10 * MINUTE)
    await app.send('case.set', { case: app.caseId, facts: { extractorStackName: 'SpotCurExtractor' } })
  }

/** The extractor's parameters without the pattern that keeps spaces out of Spot's own template. */
export const LENIENT = JSON.stringify({
  Parameters: Object.fromEntries(
    [
      'AccountList',
      'CURBucketName',
      'CURPrefixName',
      'CustomerName',
      'LambdaFunctionBucket',
      'LambdaFunctionKey',
      'S3OutputBucket',
    ].map((name) => [name, { Type: 'String' }]),
  ),
  Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
})

/** The crawler's schedule, a night after the app has set it. */
export const scheduled = after(
  async (app) => {
    await withStack(app)
    await act(app, 'crawler.schedule')
    app.aws.clock.advance(25 * HOUR)
  },
  checked('crawler.schedule', 'crawler.schedule'),
)
