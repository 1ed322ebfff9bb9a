import type { ActionId, CheckId } from '../domain/procedure/types.ts'

export const checkTitles: Readonly<Record<CheckId, string>> = {
  'account.payer': 'Right account',
  'bucket.ready': 'Bucket',
  'report.definition': 'Report settings',
  'report.delivered': 'Report delivered',
  'crawler-file.present': 'Crawler file in the bucket',
  'lambda.concurrency': 'Lambda concurrency',
  'crawler-stack.status': 'Crawler stack',
  'crawler.schedule': 'Crawler schedule',
  'extractor-stack.status': 'Extractor stack',
}

export const actionTitles: Readonly<Record<ActionId, string>> = {
  'bucket.create': 'Create the bucket',
  'report.create': 'Create the report',
  'crawler-file.download': 'Download the crawler file',
  'crawler-stack.create': 'Create the crawler stack',
  'crawler-stack.delete': 'Delete the failed crawler stack',
  'crawler.schedule': 'Schedule the crawler',
  'extractor-stack.create': 'Create the extractor stack',
  'extractor-stack.delete': 'Delete the failed extractor stack',
}

/** What was done on AWS, inside a sentence: “create the bucket”. One that this version does not know is called as it is. */
export function actionWords(action: string): string {
  return Object.hasOwn(actionTitles, action) ? actionTitles[action as ActionId].toLowerCase() : action
}
