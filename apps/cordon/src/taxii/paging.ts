import { HttpFault } from '../http/problem.ts'
import { microsOf, type TaxiiFilter } from '../store/index.ts'

/** Most objects of one page, however many are asked for. */
export const mostPerPage = 10_000
const usualPerPage = 1_000

/** The query of a request for objects, as it comes. */
export type TaxiiQuery = Readonly<Record<string, string | string[] | undefined>>

/** A query as filter and limit. @throws HttpFault 400 for what is no time, no number, or no place */
export function readQuery(
  query: TaxiiQuery,
  withTypes = true,
): { readonly filter: TaxiiFilter; readonly limit: number } {
  const one = (name: string) => {
    const value = query[name]
    return Array.isArray(value) ? value[0] : value
  }
  const some = (name: string) => {
    const value = query[name]
    const text = Array.isArray(value) ? value.join(',') : value
    return text
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
  }
  const limit = one('limit') === undefined ? usualPerPage : Number(one('limit'))
  if (!Number.isInteger(limit) || limit < 1) throw bad('limit', 'a number from 1', one('limit')!)
  const added = one('added_after')
  const after = added === undefined ? undefined : microsOf(added)
  if (added !== undefined && after === undefined) throw bad('added_after', 'a time (RFC 3339, UTC)', added)
  const place = one('next') === undefined ? undefined : placeOf(one('next')!)
  const [ids, types, versions, specVersions] = [
    some('match[id]'),
    some('match[type]'),
    some('match[version]'),
    some('match[spec_version]'),
  ]
  for (const version of versions ?? [])
    if (!['all', 'first', 'last'].includes(version) && microsOf(version) === undefined)
      throw bad('match[version]', '`all`, `first`, `last` or a time', version)
  return {
    limit: Math.min(limit, mostPerPage),
    filter: {
      ...((after !== undefined || place !== undefined) && { after: Math.max(after ?? 0, place ?? 0) }),
      ...(ids && withTypes && { ids }),
      ...(types && withTypes && { types }),
      ...(specVersions && { specVersions }),
      ...(versions && { versions }),
    },
  }
}

/** Where a page ends, as a text that says nothing to a client: places only grow. */
export function nextText(added: number): string {
  return Buffer.from(`p1.${added.toString(36)}`).toString('base64url')
}

function placeOf(text: string): number {
  const plain = Buffer.from(text, 'base64url').toString('latin1')
  const found = /^p1\.([0-9a-z]{1,11})$/.exec(plain)?.[1]
  if (found === undefined) throw bad('next', '`next` of the page before', text)
  return Number.parseInt(found, 36)
}

function bad(name: string, expected: string, found: string): HttpFault {
  return new HttpFault(400, {
    code: 'CORDON_TAXII_QUERY',
    expected,
    found: `"${found.slice(0, 80)}"`,
    where: `query.${name}`,
    remedy: 'See TAXII 2.1, section 3.4.',
  })
}
