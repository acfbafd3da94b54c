import type { ReactNode } from 'react'
import { strings } from '../../strings/index.ts'
import { Button, IconButton } from '../../ui/controls.tsx'
import { Calendars } from './calendars.tsx'
import { Field } from './field.tsx'
import { Operators } from './operators.tsx'
import styles from './profile-page.module.css'
import { Rows } from './rows.tsx'
import type { Editor } from './use-profile-form.ts'
import { Versions } from './versions.tsx'

const words = strings.profile
const fields = words.fields
type PartName = keyof typeof words.parts

/** The parts of the profile, one below the other, with a table of contents. */
export function Parts({ editor }: { readonly editor: Editor }) {
  const parts: readonly (readonly [PartName, ReactNode])[] = [
    ['institution', <Institution key="i" editor={editor} />],
    [
      'accounts',
      <Rows
        key="a"
        editor={editor}
        part="accounts"
        empty={{ id: '', bic: '', currency: '', holder: '' }}
        columns={[
          { key: 'id', label: fields.account },
          { key: 'bic', label: fields.bic },
          { key: 'currency', label: fields.currency },
          { key: 'holder', label: fields.holder },
        ]}
      />,
    ],
    ['operators', <Operators key="o" editor={editor} />],
    ['calendars', <Calendars key="c" editor={editor} />],
    [
      'hosts',
      <Rows
        key="h"
        editor={editor}
        part="hosts"
        empty={{ name: '', addresses: '', roles: '' }}
        columns={[
          { key: 'name', label: fields.host },
          { key: 'addresses', label: fields.addresses, hint: fields.addressesHint },
          { key: 'roles', label: fields.roles, hint: fields.rolesHint },
        ]}
      />,
    ],
    [
      'ships',
      <Rows
        key="s"
        editor={editor}
        part="ships"
        empty={{ name: '', imo: '', mmsi: '', interest: 'owned' }}
        columns={[
          { key: 'name', label: fields.name },
          { key: 'imo', label: fields.imo },
          { key: 'mmsi', label: fields.mmsi },
          { key: 'interest', label: fields.interest, choices: Object.entries(words.interests) },
        ]}
      />,
    ],
    ['customers', <Customers key="k" editor={editor} />],
    ['versions', <Versions key="v" />],
  ]
  return (
    <>
      <nav aria-label={words.contents} className={styles.contents}>
        {parts.map(([name]) => (
          <a key={name} href={`#${name}`}>
            {words.parts[name]}
          </a>
        ))}
      </nav>
      {parts.map(([name, content]) => (
        <section key={name} id={name} className={styles.part} aria-labelledby={`${name}-title`}>
          <div>
            <h2 id={`${name}-title`}>{words.parts[name]}</h2>
            <p className={styles.lead}>{words.hints[name]}</p>
          </div>
          <div className={styles.content}>{content}</div>
        </section>
      ))}
    </>
  )
}

function Institution({ editor }: { readonly editor: Editor }) {
  const { institution, bics } = editor.form
  return (
    <>
      <div className={styles.grid}>
        {(['name', 'country', 'lei'] as const).map((key) => {
          const name = `institution.${key}`
          return (
            <Field
              key={key}
              name={name}
              label={fields[key]}
              value={institution[key]}
              fault={editor.faults.get(name)}
              onChange={(value) => editor.change('institution', { ...institution, [key]: value }, name)}
            />
          )
        })}
      </div>
      <ul className={styles.bics}>
        {bics.map((bic, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: known by its place while its text changes
          <li key={at}>
            <Field
              name={`bics[${at}]`}
              label={fields.bic}
              value={bic}
              fault={editor.faults.get(`bics[${at}]`)}
              onChange={(value) => editor.change('bics', bics.with(at, value), `bics[${at}]`)}
            />
            <IconButton
              icon="close"
              label={words.remove(bic || `${at + 1}`)}
              onClick={() => editor.change('bics', bics.toSpliced(at, 1))}
            />
          </li>
        ))}
      </ul>
      <Button onClick={() => editor.change('bics', [...bics, ''])}>{words.add.bics}</Button>
    </>
  )
}

function Customers({ editor }: { readonly editor: Editor }) {
  const { customers } = editor.form
  return (
    <div className={styles.grid}>
      <Field
        name="customers.file"
        label={fields.file}
        value={customers.file}
        fault={editor.faults.get('customers.file')}
        onChange={(file) => editor.change('customers', { ...customers, file }, 'customers.file')}
      />
      <Field
        name="customers.columns"
        label={fields.columns}
        hint={fields.columnsHint}
        lines={3}
        value={customers.columns}
        fault={editor.faults.get('customers.columns')}
        onChange={(columns) => editor.change('customers', { ...customers, columns }, 'customers.columns')}
      />
    </div>
  )
}
