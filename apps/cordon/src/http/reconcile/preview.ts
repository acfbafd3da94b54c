import { createHash } from 'node:crypto'
import { countryLabels, type Entity, ftmProperty, ftmSchema, topicLabels } from '@cordon/model'
import type { Known } from '../../known/known.ts'

/** Size of the preview in CSS pixels. */
export const previewSize = { width: 420, height: 260 }

const style =
  'body{font:14px/1.4 system-ui,sans-serif;margin:12px;color:#1c2430}h1{font-size:16px;margin:0 0 2px}' +
  'p{margin:0 0 8px;color:#566}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:0}' +
  'dt{color:#566}dd{margin:0;overflow-wrap:anywhere}'

/**
 * What the page may do: nothing but its own style. It may be framed by OpenRefine, which runs on the reader's own
 * machine.
 */
export const previewPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*",
].join('; ')

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character]!)

function shown(property: string, value: string): string {
  if (property === 'topics') return topicLabels.get(value) ?? value
  return countryLabels.get(value) ?? value
}

/** A small page about an entity, for the box that OpenRefine shows beside a candidate. */
export function previewPage(known: Known, entity: Entity): string {
  const schema = ftmSchema(entity.schema)
  const order = new Set([...(schema?.featured ?? []), 'alias', 'topics'])
  const facts = [...order].flatMap((property) => {
    const values = (entity.properties[property] ?? []).filter((value) => value !== entity.caption)
    if (values.length === 0 || ftmProperty(entity.schema, property)?.type === 'entity') return []
    const label = ftmProperty(entity.schema, property)?.label ?? property
    const text = values
      .slice(0, 6)
      .map((value) => shown(property, value))
      .join('; ')
    return [`<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`]
  })
  const lists = entity.datasets.map((source) => `${source} (${known.versions[source]})`).join(', ')
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(entity.caption)}</title>` +
    `<style>${style}</style></head><body><h1>${escaped(entity.caption)}</h1>` +
    `<p>${escaped(schema?.label ?? entity.schema)}; ${escaped(lists)}</p><dl>${facts.join('')}</dl></body></html>\n`
  )
}
