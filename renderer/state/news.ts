import type { WatchView } from '../../shared/contract/operations/aws.ts'
import { go } from './location.ts'
import { useWatch } from './queries.ts'
import { caseHref } from './route.ts'
import { toast } from './toasts.ts'

type News = WatchView['news'][number]

/** What has been told on this page; null until the first answer, whose news are not new. */
let told: ReadonlySet<string> | null = null

/** Follows the watcher from now on: what it notices is said in a toast, wherever the operator is. */
export function followNews(): () => void {
  void useWatch.getState().load({})
  return useWatch.subscribe(({ data }) => {
    if (data === null) return
    const fresh = told === null ? [] : data.news.filter((news) => !told?.has(keyOf(news)))
    told = new Set(data.news.map(keyOf))
    for (const news of fresh.toReversed()) {
      toast.news(news.text, `${news.ref}, ${news.customer}`, news.good, () => go(newsHref(news)))
    }
  })
}

/** Where a piece of news is seen. */
export function newsHref({ ref, step }: News): string {
  return caseHref(ref, 'steps', step)
}

function keyOf({ at, caseId, text }: News): string {
  return `${at} ${caseId} ${text}`
}
