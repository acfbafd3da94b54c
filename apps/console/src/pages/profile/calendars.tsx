import { useState } from 'react'
import { readCalendarFile } from '../../api/profile.ts'
import { strings } from '../../strings/index.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Field } from './field.tsx'
import { FileButton } from './file-button.tsx'
import type { ProfileForm } from './form.ts'
import styles from './profile-page.module.css'
import type { Editor } from './use-profile-form.ts'

const words = strings.profile
type Calendar = ProfileForm['calendars'][number]

/** Days on which nobody works, by country or place. */
export function Calendars({ editor }: { readonly editor: Editor }) {
  const { calendars } = editor.form
  const [said, setSaid] = useState('')
  const set = (next: readonly Calendar[], field?: string) => editor.change('calendars', next, field)
  const take = async (at: number, calendar: Calendar, text: string) => {
    const { days, rejects } = await readCalendarFile(text)
    const all = [...new Set([...calendar.dates.split(/\s+/).filter(Boolean), ...days])].sort()
    set(calendars.with(at, { ...calendar, dates: all.join('\n') }), `calendars[${at}].dates`)
    setSaid(words.holidayTaken(days.length, rejects.length))
  }
  return (
    <>
      {calendars.length === 0 && <p className={styles.none}>{words.nothing}</p>}
      <ul className={styles.rows}>
        {calendars.map((calendar, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while its texts change
          <li key={at} data-part="calendars">
            <div>
              <Field
                name={`calendars[${at}].place`}
                label={words.fields.place}
                value={calendar.place}
                fault={undefined}
                onChange={(place) => set(calendars.with(at, { ...calendar, place }))}
              />
              <FileButton
                label={words.holidayFile}
                accept=".ics,.csv,.txt,text/calendar,text/csv"
                onText={(text) => void take(at, calendar, text)}
              />
            </div>
            <Field
              name={`calendars[${at}].dates`}
              label={words.fields.dates}
              hint={words.fields.datesHint}
              lines={4}
              value={calendar.dates}
              fault={editor.faults.get(`calendars[${at}].dates`)}
              onChange={(dates) => set(calendars.with(at, { ...calendar, dates }), `calendars[${at}].dates`)}
            />
            <IconButton
              icon="close"
              label={words.remove(calendar.place || `${at + 1}`)}
              onClick={() => set(calendars.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Button onClick={() => set([...calendars, { place: '', dates: '' }])}>{words.add.calendars}</Button>
    </>
  )
}
