import type { CrawlerFacts } from '../aws-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { line, type Verdict } from './verdict.ts'

/** Daily at 00:00 UTC, as Glue writes it (004, steps 2.14 and 2.15). */
export const DAILY_AT_MIDNIGHT = 'cron(0 0 * * ? *)'

/** The crawler: scheduled daily, the schedule running, its last run well. */
export function checkCrawler(crawler: CrawlerFacts): Verdict {
  const expression = crawler.scheduleExpression ?? 'none'
  const state = crawler.scheduleState ?? 'none'
  const findings: Finding[] = []
  if (expression !== DAILY_AT_MIDNIGHT) {
    findings.push(finding('error', 'crawler.not-daily', { expression, expected: DAILY_AT_MIDNIGHT }))
  } else if (state === 'TRANSITIONING') {
    findings.push(finding('info', 'crawler.schedule-changing', {}))
  } else if (state !== 'SCHEDULED') {
    findings.push(finding('error', 'crawler.not-scheduled', { state }))
  }
  const last = crawler.lastCrawl
  if (last?.status === 'FAILED') {
    const error = last.error ?? 'no reason given'
    findings.push(finding('warning', causeOf(error), { error }))
  }
  return {
    lines: [
      line('Schedule', DAILY_AT_MIDNIGHT, expression),
      line('Schedule state', 'SCHEDULED', state, state === 'TRANSITIONING' ? 'unknown' : undefined),
      line(
        'Last run',
        'SUCCEEDED or none yet',
        last?.status ?? 'none yet',
        last?.status === 'FAILED' ? 'warn' : 'pass',
      ),
    ],
    findings,
  }
}

/** Glue's words for the two usual causes of a crawl that fails (DOMAIN, section 8). */
function causeOf(error: string) {
  if (/Lake ?Formation/i.test(error)) return 'crawler.failed-lake-formation' as const
  if (/\bKMS\b|kms:/i.test(error)) return 'crawler.failed-kms' as const
  return 'crawler.last-failed' as const
}
