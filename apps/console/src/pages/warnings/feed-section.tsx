import { useState } from 'react'
import { useSession } from '../../api/people-queries.ts'
import { useChangeFeed, useFeed } from '../../api/warnings.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Button, Command } from '../../ui/controls.tsx'
import { OnceShown } from '../people/confirm.tsx'
import { Message, messageOf } from '../people/fields.tsx'
import styles from './warnings-page.module.css'

const words = strings.warnings.feed

/** A person's own feed: its address, which only they know. */
export function FeedSection() {
  const { data: session } = useSession()
  const isPerson = session?.person !== undefined
  const { data } = useFeed(isPerson)
  const change = useChangeFeed()
  const [made, setMade] = useState<{ readonly atom: string; readonly rss: string }>()
  if (!isPerson || !data) return null
  const make = () =>
    change.mutate('POST', {
      onSuccess: ({ atom, rss }) => {
        const { origin } = window.location
        if (atom && rss) setMade({ atom: origin + atom, rss: origin + rss })
      },
    })
  return (
    <section className={styles.section} aria-labelledby="feed">
      <h2 id="feed">{words.title}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <Message>{messageOf(change.error)}</Message>
      <p>
        {data.made ? words.made(dateTime(data.made)) : words.none}{' '}
        {data.read && words.read(dateTime(data.read))}
      </p>
      <div className={styles.line}>
        <Button disabled={change.isPending} onClick={make}>
          {data.made ? words.again : words.make}
        </Button>
        {data.made && (
          <Button kind="quiet" disabled={change.isPending} onClick={() => change.mutate('DELETE')}>
            {words.drop}
          </Button>
        )}
      </div>
      {made && (
        <OnceShown
          title={words.shownTitle}
          text={words.shownText}
          secret={made.atom}
          verb={words.done}
          onClose={() => setMade(undefined)}
        >
          <p>{words.rss}</p>
          <Command>{made.rss}</Command>
        </OnceShown>
      )}
    </section>
  )
}
