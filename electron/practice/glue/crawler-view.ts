import type { JsonObject } from '../http/json-service.ts'
import { type Crawler, crawlerState } from '../world/crawlers.ts'

/** A crawler as GetCrawler shows it; times are seconds since 1970. */
export function describeCrawler(crawler: Crawler, now: number): JsonObject {
  const { lastCrawl, schedule, runningSince, description } = crawler
  return {
    Name: crawler.name,
    Role: crawler.role,
    Targets: {
      S3Targets: crawler.s3Targets,
      JdbcTargets: [],
      MongoDBTargets: [],
      DynamoDBTargets: [],
      CatalogTargets: [],
    },
    DatabaseName: crawler.databaseName,
    ...(description !== undefined && { Description: description }),
    Classifiers: [],
    RecrawlPolicy: { RecrawlBehavior: 'CRAWL_EVERYTHING' },
    SchemaChangePolicy: crawler.schemaChangePolicy,
    LineageConfiguration: { CrawlerLineageSettings: 'DISABLE' },
    State: crawlerState(crawler, now),
    ...(schedule && { Schedule: { ScheduleExpression: schedule.expression, State: schedule.state } }),
    CrawlElapsedTime: runningSince === undefined ? 0 : now - runningSince,
    CreationTime: crawler.createdAt / 1000,
    LastUpdated: crawler.updatedAt / 1000,
    ...(lastCrawl && {
      LastCrawl: {
        Status: lastCrawl.status,
        ...(lastCrawl.errorMessage !== undefined && { ErrorMessage: lastCrawl.errorMessage }),
        LogGroup: '/aws-glue/crawlers',
        LogStream: crawler.name,
        MessagePrefix: lastCrawl.messagePrefix,
        StartTime: lastCrawl.startedAt / 1000,
      },
    }),
    Version: crawler.version,
    LakeFormationConfiguration: { UseLakeFormationCredentials: false, AccountId: '' },
  }
}
