import { strings } from '../../strings/index.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Field } from './field.tsx'
import type { HoursForm, ProfileForm } from './form.ts'
import styles from './profile-page.module.css'
import type { Editor } from './use-profile-form.ts'

const words = strings.profile
type Operator = ProfileForm['operators'][number]
const usualHours: HoursForm = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Who may send payments, and when they work. */
export function Operators({ editor }: { readonly editor: Editor }) {
  const { operators } = editor.form
  const set = (next: readonly Operator[], field?: string) => editor.change('operators', next, field)
  return (
    <>
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {operators.length === 0 && <p className={styles.none}>{words.nothing}</p>}
      <ul className={styles.rows}>
        {operators.map((operator, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while its texts change
          <li key={at} data-part="operators">
            <Field
              name={`operators[${at}].id`}
              label={words.fields.operator}
              value={operator.id}
              fault={editor.faults.get(`operators[${at}].id`)}
              onChange={(id) => set(operators.with(at, { ...operator, id }), `operators[${at}].id`)}
            />
            <Field
              name={`operators[${at}].timeZone`}
              label={words.fields.timeZone}
              value={operator.timeZone}
              offers="time-zones"
              fault={editor.faults.get(`operators[${at}].timeZone`)}
              onChange={(timeZone) =>
                set(operators.with(at, { ...operator, timeZone }), `operators[${at}].timeZone`)
              }
            />
            <IconButton
              icon="close"
              label={words.remove(operator.id || `${at + 1}`)}
              onClick={() => set(operators.toSpliced(at, 1))}
            />
            <div className={styles.wide}>
              {operator.hours.map((hours, i) => (
                <Hours
                  // biome-ignore lint/suspicious/noArrayIndexKey: a span is known by its place while it changes
                  key={i}
                  editor={editor}
                  name={`operators[${at}].hours[${i}]`}
                  hours={hours}
                  onChange={(next, field) =>
                    set(operators.with(at, { ...operator, hours: operator.hours.with(i, next) }), field)
                  }
                  onRemove={() =>
                    set(operators.with(at, { ...operator, hours: operator.hours.toSpliced(i, 1) }))
                  }
                />
              ))}
              <Button
                kind="quiet"
                onClick={() =>
                  set(operators.with(at, { ...operator, hours: [...operator.hours, usualHours] }))
                }
              >
                {words.addHours}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button onClick={() => set([...operators, { id: '', timeZone: ownZone(), hours: [usualHours] }])}>
        {words.add.operators}
      </Button>
    </>
  )
}

function Hours({
  editor,
  name,
  hours,
  onChange,
  onRemove,
}: {
  editor: Editor
  name: string
  hours: HoursForm
  onChange: (hours: HoursForm, field: string) => void
  onRemove: () => void
}) {
  const toggled = (day: number) =>
    hours.days.includes(day) ? hours.days.filter((one) => one !== day) : [...hours.days, day].sort()
  const fault = editor.faults.get(`${name}.days`)
  return (
    <div className={styles.hours}>
      <fieldset>
        <legend className="visually-hidden">{words.fields.days}</legend>
        {words.weekdays.map((text, i) => (
          <label key={text}>
            <input
              type="checkbox"
              checked={hours.days.includes(i + 1)}
              onChange={() => onChange({ ...hours, days: toggled(i + 1) }, `${name}.days`)}
            />
            <span>{text}</span>
          </label>
        ))}
        {fault && <small className={styles.fault}>{words.fault(fault.expected, fault.found)}</small>}
      </fieldset>
      {(['from', 'to'] as const).map((key) => (
        <Field
          key={key}
          type="time"
          name={`${name}.${key}`}
          label={words.fields[key]}
          value={hours[key]}
          fault={editor.faults.get(`${name}.${key}`)}
          onChange={(value) => onChange({ ...hours, [key]: value }, `${name}.${key}`)}
        />
      ))}
      <IconButton icon="close" label={words.removeHours} onClick={onRemove} />
    </div>
  )
}
