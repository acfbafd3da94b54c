import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useSession, useSignOut } from '../api/people-queries.ts'
import styles from '../pages/people/people-page.module.css'
import { strings } from '../strings/index.ts'
import { IconButton } from '../ui/controls.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icons.tsx'
import { paths } from './paths.ts'

const words = strings.people

/** Who is signed in, their account, people and keys, and the way out. */
export function AccountMenu() {
  const [isOpen, setOpen] = useState(false)
  const { data } = useSession()
  const [, go] = useLocation()
  const signOut = useSignOut()
  const person = data?.person
  const close = () => setOpen(false)
  const title = person
    ? `${person.display}, ${words.roles[person.role].toLowerCase()}`
    : words.list.emptyTitle
  return (
    <>
      <IconButton
        icon="person"
        label={person ? words.account.menu(person.display) : words.account.openMenu}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Dialog title={title} onClose={close}>
          <nav aria-label={words.account.title} className={`${styles.dialog} ${styles.menu}`}>
            {person && (
              <Link href={paths.account} onClick={close}>
                <Icon name="person" />
                {words.account.title}
              </Link>
            )}
            <Link href={paths.people} onClick={close}>
              <Icon name="organisation" />
              {words.title}
            </Link>
            {person && (
              <button
                type="button"
                disabled={signOut.isPending}
                onClick={() =>
                  signOut.mutate(false, {
                    onSuccess: () => {
                      close()
                      go(paths.signIn())
                    },
                  })
                }
              >
                <Icon name="arrowOut" />
                {words.account.signOut}
              </button>
            )}
          </nav>
        </Dialog>
      )}
    </>
  )
}
