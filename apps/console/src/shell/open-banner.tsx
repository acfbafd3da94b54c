import { useState } from 'react'
import { Link } from 'wouter'
import { useSession } from '../api/people-queries.ts'
import { strings } from '../strings/index.ts'
import { IconButton } from '../ui/controls.tsx'
import styles from './open-banner.module.css'
import { paths } from './paths.ts'

const words = strings.people.open
const key = 'cordon.open-banner'

/** Says, while there is no account, that everyone may do everything; hidden until the tab is closed. */
export function OpenBanner() {
  const { data } = useSession()
  const [isHidden, setHidden] = useState(() => readHidden())
  if (data?.standing !== 'open' || isHidden) return null
  const hide = () => {
    setHidden(true)
    try {
      sessionStorage.setItem(key, 'hidden')
    } catch {
      // Without storage it comes back with the next page.
    }
  }
  return (
    <aside className={styles.banner} aria-label={strings.people.list.emptyTitle}>
      <span>{words.banner}</span>
      <Link href={paths.people}>{words.how}</Link>
      <IconButton icon="close" label={words.hide} onClick={hide} />
    </aside>
  )
}

function readHidden(): boolean {
  try {
    return sessionStorage.getItem(key) !== null
  } catch {
    return false
  }
}
