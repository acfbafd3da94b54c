import { propertySettings } from './extend.ts'
import { previewSize } from './preview.ts'
import { typeOf } from './queries.ts'

/** Queries that a client should send in one call. */
const batchSize = 50

/**
 * The service manifest of reconciliation API 0.2.
 * @param base where the caller reached this server, without a slash at the end
 */
export function manifest(dataset: string, title: string, base: string) {
  const path = `/reconcile/${dataset}`
  const service = (service_path: string) => ({ service_url: base, service_path: `${path}${service_path}` })
  return {
    versions: ['0.2'],
    name: `Cordon: ${title}`,
    identifierSpace: `${base}/entities/`,
    schemaSpace: 'https://followthemoney.tech/explorer/schemata/',
    documentation: `${base}/docs`,
    batchSize,
    defaultTypes: ['Person', 'Organization', 'Company', 'LegalEntity', 'Vessel', 'Thing'].map(typeOf),
    view: { url: `${base}/entities/{{id}}` },
    preview: { url: `${base}${path}/preview?id={{id}}`, ...previewSize },
    suggest: {
      entity: service('/suggest/entity'),
      type: service('/suggest/type'),
      property: service('/suggest/property'),
    },
    extend: { propose_properties: service('/extend/propose'), property_settings: propertySettings },
  }
}
