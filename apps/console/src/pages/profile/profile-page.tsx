import { useEffect, useState } from 'react'
import { ApiError } from '../../api/client.ts'
import { type CurrentProfile, readProfileFile, useProfile, useSaveProfile } from '../../api/profile.ts'
import { Page } from '../../shell/page.tsx'
import { strings } from '../../strings/index.ts'
import { dateTime } from '../../text/dates.ts'
import { Button, buttonLink, Fault, Skeleton } from '../../ui/controls.tsx'
import { Field } from './field.tsx'
import { FileButton } from './file-button.tsx'
import { formOf, profileOf } from './form.ts'
import { Parts } from './parts.tsx'
import styles from './profile-page.module.css'
import { useProfileForm } from './use-profile-form.ts'

const words = strings.profile

/** The institution's own, to be looked at and edited. */
export function ProfilePage() {
  const { data, error, refetch } = useProfile()
  const [base, setBase] = useState<CurrentProfile>()
  // What is being edited stands still while somebody else saves; the save then tells.
  const shown = base ?? data
  return (
    <Page
      title={words.title}
      lead={words.lead}
      aside={
        <a className={buttonLink} href="/api/profile.yaml" download="profile.yaml">
          {words.export}
        </a>
      }
    >
      {error && !shown && <Fault error={error} retry={() => void refetch()} />}
      {!shown && !error && <Skeleton />}
      {shown && (
        <Editing
          key={shown.version}
          current={shown}
          onBegin={() => setBase(shown)}
          onEnd={() => {
            setBase(undefined)
            void refetch()
          }}
        />
      )}
    </Page>
  )
}

function Editing({
  current,
  onBegin,
  onEnd,
}: {
  current: CurrentProfile
  onBegin: () => void
  onEnd: () => void
}) {
  const plain = useProfileForm(current)
  const editor: typeof plain = {
    ...plain,
    change(part, value, field) {
      onBegin()
      plain.change(part, value, field)
    },
  }
  const [note, setNote] = useState('')
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState(0)
  const save = useSaveProfile()
  // The first field that is wrong takes the focus: there the person goes on.
  useEffect(() => {
    if (refused > 0) document.querySelector<HTMLElement>('[data-field][aria-invalid="true"]')?.focus()
  }, [refused])
  const isConflict = save.error instanceof ApiError && save.error.status === 409
  const submit = () =>
    save.mutate(
      { profile: profileOf(editor.form), version: current.version, note },
      {
        onSuccess({ faults, saved }) {
          editor.show(faults)
          if (saved) onEnd()
          else setRefused(refused + 1)
        },
      },
    )
  const load = async (text: string) => {
    try {
      const { profile, faults } = await readProfileFile(text)
      onBegin()
      editor.replace(formOf(profile), faults)
      setSaid(words.imported)
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles.version}>
        {current.version === 0
          ? words.noVersion
          : words.version(current.version, current.by ?? '', current.at ? dateTime(current.at) : '')}{' '}
        <FileButton label={words.import} accept=".yaml,.yml,.json" onText={(text) => void load(text)} />
      </p>
      <Parts editor={editor} />
      <div className={styles.bar}>
        <div role="status" className={styles.said}>
          {editor.faults.size > 0
            ? words.faults(editor.faults.size)
            : isConflict
              ? words.conflict
              : save.error
                ? save.error.message
                : said || (editor.isDirty ? words.unsaved : '')}
        </div>
        {isConflict && <Button onClick={onEnd}>{words.reload}</Button>}
        {editor.isDirty && (
          <>
            <Field name="note" label={words.note} value={note} fault={undefined} onChange={setNote} />
            <Button
              kind="quiet"
              onClick={() => {
                editor.discard()
                onEnd()
              }}
            >
              {words.discard}
            </Button>
          </>
        )}
        <Button type="submit" kind="primary" disabled={!editor.isDirty || save.isPending}>
          {save.isPending ? words.saving : words.save}
        </Button>
      </div>
    </form>
  )
}
