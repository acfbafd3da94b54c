import { Link } from 'wouter'
import { useLists } from '../../api/queries.ts'
import type { Fact } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate, qualifiedDate, versionText } from '../../text/dates.ts'
import { countryName, propertyName, topicName } from '../../text/labels.ts'
import { Badge, CopyButton } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './entity-page.module.css'
import { type FactValue, isIdentifier } from './groups.ts'

const countries = /^(?:country|nationality|citizenship|jurisdiction|flag|pastFlags|mainCountry|birthCountry)$/
const isDate = (property: string) => /Date$|^(?:date|modifiedAt|retrievedAt)$/.test(property)

/** A property's value as a person reads it. */
export function Value({ fact }: { readonly fact: Fact }) {
  const { property, value } = fact
  if (property === 'sourceUrl' || property === 'website') return <Address value={value} />
  if (isIdentifier(property))
    return (
      <span className={styles.identifier}>
        <code translate="no">
          <SafeText value={value} />
        </code>
        <CopyButton value={value} what={`${propertyName(property, fact.label)} ${value}`} />
      </span>
    )
  if (isDate(property)) return <>{qualifiedDate(value, fact.date)}</>
  if (countries.test(property)) return <>{countryName(value)}</>
  if (property === 'topics') return <>{topicName(value)}</>
  return <SafeText value={value} lang={fact.lang} />
}

/** Only web addresses become links: a list's text must not run anything. */
export function Address({ value }: { readonly value: string }) {
  if (!/^https?:\/\//i.test(value)) return <SafeText value={value} />
  return (
    <a href={value} target="_blank" rel="noreferrer noopener">
      <SafeText value={value} />
    </a>
  )
}

/** A value with its doubt, the publisher's own text, and all who say it. */
export function FactLine({ value }: { readonly value: FactValue }) {
  const { fact, sayers } = value
  const shownOriginal = fact.original && fact.original !== fact.value ? fact.original : undefined
  return (
    <div className={styles.value}>
      <div className={styles.said}>
        <Value fact={fact} />
        {fact.property === 'weakAlias' && (
          <Badge tone="medium" title={strings.entity.weakHint}>
            {strings.entity.weak}
          </Badge>
        )}
        {shownOriginal && (
          <span className={styles.original}>
            {strings.entity.original}: <SafeText value={shownOriginal} lang={fact.lang} />
          </span>
        )}
      </div>
      <ul className={styles.sayers}>
        {sayers.map((sayer) => (
          <li key={`${sayer.source} ${sayer.version} ${sayer.firstSeen}`} className={styles.sayer}>
            <Sayer fact={sayer} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sayer({ fact }: { readonly fact: Fact }) {
  const { data: lists } = useLists()
  const list = lists?.find(({ source }) => source === fact.source)
  const since = fact.firstSeen && strings.entity.firstSeen(partialDate(fact.firstSeen))
  return (
    <>
      <Link
        href={`${paths.lists}#${encodeURIComponent(fact.source)}`}
        title={[list?.title, list?.publisher].filter(Boolean).join(', ')}
      >
        {list?.title ?? fact.source}
      </Link>{' '}
      <span title={fact.version ?? undefined}>{fact.version && versionText(fact.version)}</span>
      {since && fact.firstSeen !== fact.version && <small>{since}</small>}
    </>
  )
}
