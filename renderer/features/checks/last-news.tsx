import { CircleAlert, CircleCheck } from 'lucide-react'
import { checksText } from '../../../shared/text/ui/checks.ts'
import { dateTime } from '../../format/zoned.ts'
import { newsHref } from '../../state/news.ts'
import { useWatch } from '../../state/queries.ts'
import { useZone } from '../../state/session.ts'
import styles from './last-news.module.css'

const text = checksText.news

/** One line on what last came to pass by itself; nothing where nothing did. */
export function LastNews() {
  const news = useWatch((s) => s.data?.news[0])
  const zone = useZone()
  if (news === undefined) return null
  return (
    <p className={styles.line} data-good={news.good}>
      {news.good ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
      <span>
        {text.latest}: {news.text}{' '}
        <a href={newsHref(news)}>
          {news.ref} {news.customer}
        </a>
        , {dateTime(news.at, zone)}. <a href="#/checks">{text.all}</a>
      </span>
    </p>
  )
}
