import { useLists } from '../../api/queries.ts'
import type { Evidence } from '../../api/types.ts'
import { strings } from '../../strings/index.ts'
import { versionText } from '../../text/dates.ts'
import { countryName, propertyName } from '../../text/labels.ts'
import { classes } from '../../ui/classes.ts'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './evidence-table.module.css'

const words = strings.findings

/** Every reason, the strongest first: what was seen, what it met, what it adds, who says so. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const { data: lists } = useLists()
  // Whole records are shown on the page on networks, with what met the rule in them.
  const reasons = evidence.filter(({ feature }) => feature !== 'record')
  const sorted = reasons.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.feature}</th>
          <th scope="col">{words.query}</th>
          <th scope="col">{words.candidate}</th>
          <th scope="col">{words.contribution}</th>
        </tr>
      </thead>
      {sorted.map((reason) => (
        <tbody key={`${reason.feature} ${reason.query} ${reason.candidate} ${reason.path}`}>
          <tr>
            <th scope="row">{propertyName(reason.feature)}</th>
            <td title={reason.path}>
              <SafeText value={shown(reason.feature, reason.query)} />
            </td>
            <td>
              <SafeText value={shown(reason.feature, reason.candidate)} />
            </td>
            <td>
              <Weight contribution={reason.contribution} />
            </td>
          </tr>
          <tr className={styles.how}>
            <td colSpan={4}>
              <SafeText value={reason.detail} />
              {reason.source && (
                <span>
                  {lists?.find((list) => list.source === reason.source)?.title ?? reason.source}{' '}
                  {reason.version && versionText(reason.version)}
                </span>
              )}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  )
}

/** Country codes by name; everything else as it is. */
function shown(feature: string, value: string): string {
  if (/country|nationality|flag|jurisdiction/i.test(feature))
    return value.split(/,\s*/).map(countryName).join(', ')
  return value || '–'
}

function Weight({ contribution }: { readonly contribution: number }) {
  const sign = contribution < 0 ? '−' : '+'
  return (
    <span className={classes(styles.weight, contribution < 0 && styles.against)}>
      {sign}
      {strings.score(Math.abs(contribution))}
      <i style={{ width: `${Math.min(100, Math.abs(contribution) * 100)}%` }} />
    </span>
  )
}
