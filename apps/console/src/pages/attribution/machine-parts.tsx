import { Link } from 'wouter'
import type { AttributionAnswer } from '../../api/attribution.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Badge } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './machine-view.module.css'

const words = strings.attribution

/** Which missing observations would tell most. */
export function SettlePanel({ data: { settle } }: { readonly data: AttributionAnswer }) {
  return (
    <section className={styles.block} aria-labelledby="attribution-settle">
      <h2 id="attribution-settle">{words.settle}</h2>
      {settle.length === 0 ? (
        <p className={styles.none}>{words.nothingSettles}</p>
      ) : (
        <>
          <p className={styles.note}>{words.settleText}</p>
          <ul className={styles.rows}>
            {settle.map(({ feature, favoursName, bits, ifSeen, ifNot }) => (
              <li key={`${feature.kind} ${feature.id}`}>
                <Badge>{words.kinds[feature.kind]}</Badge>
                <b>
                  <SafeText value={feature.label} />
                </b>
                <span>
                  <SafeText value={words.settleRow(favoursName)} />
                </span>
                <small>
                  {words.bits(bits.toFixed(2))} · {words.ifSeen(words.percent(ifSeen))} ·{' '}
                  {words.ifNot(words.percent(ifNot))}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Whom the groups are said to serve, with claims that contradict each other. */
export function SponsorPanel({ data: { sponsors, someoneElse } }: { readonly data: AttributionAnswer }) {
  if (someoneElse === undefined) return null
  return (
    <section className={styles.block} aria-labelledby="attribution-sponsors">
      <h2 id="attribution-sponsors">{words.sponsors}</h2>
      {sponsors.length === 0 && <p className={styles.none}>{words.noSponsor}</p>}
      <ul className={styles.rows}>
        {sponsors.map(({ sponsor, probability, claims, contradicting }) => (
          <li key={`${sponsor.kind} ${sponsor.id}`}>
            <b>
              <SafeText value={sponsor.label} />
            </b>
            <span>{words.sponsorHolds(words.percent(probability))}</span>
            <small>
              <SafeText
                value={[...new Set(claims.map((one) => words.sponsorClaim(one.actorName, one.source)))].join(
                  ', ',
                )}
              />
            </small>
            {contradicting.length > 0 && (
              <small className={styles.contradicts}>
                <SafeText
                  value={contradicting
                    .map((one) => words.contradicts(one.actorName, one.sponsor.label, one.source))
                    .join('; ')}
                />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How each piece of evidence was read, and where it was seen. */
export function SeenPanel({ data: { seen } }: { readonly data: AttributionAnswer }) {
  return (
    <div className={styles.block}>
      <h2 id="attribution-seen">{words.seen}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-labelledby="attribution-seen">
        <table>
          <thead>
            <tr>
              <th>{words.seenWhat}</th>
              <th>{words.seenAs}</th>
              <th>{words.seenWhere}</th>
            </tr>
          </thead>
          <tbody>
            {seen.map(({ written, field, how, features, note, findings }) => (
              <tr key={`${field} ${written}`} data-unknown={how === 'unknown'}>
                <td>
                  <SafeText value={written} />
                </td>
                <td title={note}>
                  {features.length > 0 && <SafeText value={features.map(({ label }) => label).join(', ')} />}
                  {words.readings[how] && <small>{words.readings[how]}</small>}
                </td>
                <td>
                  {findings.map((id, at) => (
                    <Link key={id} href={paths.finding(id)} title={id}>
                      {strings.number(at + 1)}
                    </Link>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

/** The collections that were asked, with their versions. */
export function SourcesPanel({ data: { sources, weighed } }: { readonly data: AttributionAnswer }) {
  return (
    <section className={styles.block} aria-labelledby="attribution-sources">
      <h2 id="attribution-sources">{words.sources}</h2>
      <p className={styles.note}>{words.weighed(weighed.groups, weighed.reports)}</p>
      <ul className={styles.list}>
        {sources.map(({ source, version }) => (
          <li key={source}>
            <SafeText value={words.says(source, version)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
