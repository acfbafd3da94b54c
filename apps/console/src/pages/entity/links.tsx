import { useState } from 'react'
import { Link as Anchor } from 'wouter'
import type { Entity, Link } from '../../api/types.ts'
import { paths } from '../../shell/paths.ts'
import { strings } from '../../strings/index.ts'
import { partialDate } from '../../text/dates.ts'
import { countryName, propertyName, schemaName } from '../../text/labels.ts'
import { Button } from '../../ui/controls.tsx'
import { Icon, schemaIcon } from '../../ui/icons.tsx'
import { SafeText } from '../../ui/safe-text.tsx'
import styles from './entity-page.module.css'

const shownAtFirst = 25

/** What is joined with this entity, which way, how, and what the link itself says. */
export function Links({ links }: { readonly links: readonly Link[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? links : links.slice(0, shownAtFirst)
  return (
    <>
      <ul className={styles.links}>
        {shown.map((link) => (
          <li
            key={`${link.property} ${link.direction} ${link.via?.id} ${link.entity.id}`}
            className={styles.link}
          >
            <LinkLine link={link} />
          </li>
        ))}
      </ul>
      {shown.length < links.length && (
        <Button onClick={() => setAll(true)}>{strings.entity.more(links.length - shown.length)}</Button>
      )}
    </>
  )
}

function LinkLine({ link }: { readonly link: Link }) {
  const { entity, via, direction } = link
  const countries = [
    ...new Set([...(entity.properties.nationality ?? []), ...(entity.properties.country ?? [])]),
  ]
  return (
    <>
      <span className={styles.relation} title={strings.entity.direction[direction]}>
        <Icon name={direction === 'out' ? 'arrowOut' : 'arrowIn'} />
        <span className="visually-hidden">{strings.entity.direction[direction]}: </span>
        {propertyName(link.property, link.label)}
      </span>
      <div>
        <Anchor href={paths.entity(entity.id)} className={styles.linked}>
          <Icon name={schemaIcon(entity.schema)} />
          <SafeText value={entity.caption} />
        </Anchor>
        <span className={styles.kind}>
          {[schemaName(entity.schema), ...countries.slice(0, 2).map(countryName)].join(' · ')}
        </span>
        {via && <Edge edge={via} />}
      </div>
    </>
  )
}

/** What the link itself says: role, share, dates. Its ends and housekeeping are on the page already. */
function Edge({ edge }: { readonly edge: Entity }) {
  const details = Object.entries(edge.properties).filter(([name]) => edgeDetails.test(name))
  if (details.length === 0) return null
  return (
    <p className={styles.edge}>
      {details.map(([name, values]) => (
        <span key={name}>
          {propertyName(name)}:{' '}
          <SafeText
            value={values.map((value) => (/Date$/.test(name) ? partialDate(value) : value)).join(', ')}
          />
        </span>
      ))}
    </p>
  )
}

const edgeDetails =
  /^(?:role|relationship|status|percentage|sharesCount|ownershipType|startDate|endDate|date|summary|description|program|number|type|country)$/
