import { useProfileVersions, useRestoreProfile } from '../../api/profile.ts'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Badge, Button } from '../../ui/controls.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './profile-page.module.css'

const words = strings.profile

/** The versions of the profile, each with a way back to it. */
export function Versions() {
  const { data: versions = [] } = useProfileVersions()
  const restore = useRestoreProfile()
  if (versions.length === 0) return <p className={styles.none}>{words.nothing}</p>
  return (
    <>
      <span role="status" className={styles.said}>
        {restore.isSuccess && words.restored(restore.variables, restore.data.version)}
      </span>
      <ul className={styles.versions}>
        {versions.map(({ version, at, by, note }, index) => (
          <li key={version}>
            <b>{words.versionRow(version)}</b>
            <span>
              {at && dateTime(at)} · {by}
              {note && (
                <>
                  {' · '}
                  <SafeText value={note} />
                </>
              )}
            </span>
            {index === 0 ? (
              <Badge tone="good">{words.current}</Badge>
            ) : (
              <Button
                kind="quiet"
                aria-label={words.restoreOf(version)}
                disabled={restore.isPending}
                onClick={() => restore.mutate(version)}
              >
                {words.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
