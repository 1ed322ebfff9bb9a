import { CircleAlert, CircleCheck } from 'lucide-react'
import type { NewsView } from '../../../shared/contract/operations/aws.ts'
import { checksText } from '../../../shared/text/ui/checks.ts'
import { dateTime } from '../../format/zoned.ts'
import { newsHref } from '../../state/news.ts'
import { useZone } from '../../state/session.ts'
import { Section } from '../../ui/page.tsx'
import styles from './news.module.css'

const text = checksText.news

/** What came to pass by itself, newest first. */
export function News({ news }: { readonly news: readonly NewsView[] }) {
  return (
    <Section title={text.title}>
      {news.length === 0 ? (
        <p className={styles.none}>{text.none}</p>
      ) : (
        <ul className={styles.list}>
          {news.map((one) => (
            <NewsItem key={`${one.at} ${one.caseId} ${one.text}`} news={one} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function NewsItem({ news }: { readonly news: NewsView }) {
  const zone = useZone()
  return (
    <li className={styles.item} data-good={news.good}>
      {news.good ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
      <div>
        <p className={styles.text}>{news.text}</p>
        <p className={styles.where}>
          <a href={newsHref(news)}>
            {news.ref} {news.customer}
          </a>
          <span>{dateTime(news.at, zone)}</span>
        </p>
      </div>
    </li>
  )
}
