import type { AwsSession } from '../services/aws-gateway.ts'
import { named } from './faults.ts'
import { type Link, mapped, once } from './link.ts'

/** The Glue crawler that the crawler stack makes: how it stands, and its schedule. */
export function crawlerCalls(link: Link): Pick<AwsSession, 'crawler' | 'scheduleCrawler' | 'startCrawlerSchedule'> {
  const glue = once(async () => {
    const sdk = await import('@aws-sdk/client-glue')
    return { sdk, client: new sdk.GlueClient(await link.settings('glue')) }
  })

  return {
    async crawler(name) {
      const asked = await link.ask('glue:GetCrawler', async () => {
        const { sdk, client } = await glue()
        const { Crawler, $metadata } = await client.send(new sdk.GetCrawlerCommand({ Name: name }))
        if (Crawler?.Name === undefined || Crawler.State === undefined)
          throw named('UnexpectedReply', `Glue answered without the crawler ${name}.`)
        return {
          name: Crawler.Name,
          state: Crawler.State,
          schedule: Crawler.Schedule,
          last: Crawler.LastCrawl,
          $metadata,
        }
      })
      return mapped(asked, ({ name: found, state, schedule, last }) => ({
        name: found,
        state,
        scheduleExpression: schedule?.ScheduleExpression ?? null,
        scheduleState: schedule?.State ?? null,
        lastCrawl:
          last?.Status === undefined
            ? null
            : { status: last.Status, error: last.ErrorMessage ?? null, at: last.StartTime?.toISOString() ?? null },
      }))
    },

    async scheduleCrawler(name, expression) {
      // Changes the schedule and nothing else; UpdateCrawler would be refused while the crawler runs.
      const changed = await link.change('glue:UpdateCrawlerSchedule', async () => {
        const { sdk, client } = await glue()
        return client.send(new sdk.UpdateCrawlerScheduleCommand({ CrawlerName: name, Schedule: expression }))
      })
      return mapped(changed, () => null)
    },

    async startCrawlerSchedule(name) {
      const started = await link.change('glue:StartCrawlerSchedule', async () => {
        const { sdk, client } = await glue()
        return client.send(new sdk.StartCrawlerScheduleCommand({ CrawlerName: name }))
      })
      if (!started.ok && started.fault.code === 'SchedulerRunningException')
        return { ok: true, value: null, requestId: started.fault.requestId }
      return mapped(started, () => null)
    },
  }
}
