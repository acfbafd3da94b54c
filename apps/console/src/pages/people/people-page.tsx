import { Link } from 'wouter'
import { usePeople, useSession } from '../../api/people-queries.ts'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { Command, Empty, Fault, Skeleton } from '../../ui/controls.tsx'
import { Accounts } from './accounts.tsx'
import { KeysSection } from './keys-section.tsx'

const words = strings.people

/** Accounts and keys, for who manages people. */
export function PeoplePage() {
  const { data: session } = useSession()
  const may = session?.person !== undefined && session.permissions.includes('manage:people')
  const { data: people, error, refetch } = usePeople(may)
  return (
    <Page title={words.title} lead={words.lead}>
      {session && !session.person && (
        <Empty icon="person" title={words.list.emptyTitle}>
          <p>{words.list.emptyText(session.standing === 'open')}</p>
          <Command>{words.list.command}</Command>
        </Empty>
      )}
      {session?.person && !may && (
        <Empty icon="person" title={words.list.forbidden}>
          <p>{words.list.forbiddenText}</p>
          <Link href={paths.account}>{words.account.title}</Link>
        </Empty>
      )}
      {error && <Fault error={error} retry={() => void refetch()} />}
      {((may && !people && !error) || !session) && <Skeleton />}
      {may && people && (
        <>
          <Accounts people={people} />
          <KeysSection all />
        </>
      )}
    </Page>
  )
}
