import { type Bytes, decompress, excerptOf, InputError, type Reject, readCsv } from '@cordon/formats'
import { type OwnershipLink, parseShare, unknownShare } from '@cordon/knowledge'
import { headerKey } from '../parties/headers.ts'

/** Links of a file, and the rows that could not be read. */
export interface LinksFile {
  readonly links: readonly OwnershipLink[]
  /** Owners that the file itself calls listed. */
  readonly listed: ReadonlySet<string>
  readonly rejects: readonly Reject[]
}

const headers: Readonly<Record<string, string>> = {
  owner: 'owner',
  parent: 'owner',
  shareholder: 'owner',
  controller: 'owner',
  asset: 'asset',
  company: 'asset',
  subsidiary: 'asset',
  owned: 'asset',
  entity: 'asset',
  percentage: 'share',
  percent: 'share',
  share: 'share',
  stake: 'share',
  ownership: 'share',
  kind: 'kind',
  type: 'kind',
  from: 'from',
  start: 'from',
  startdate: 'from',
  since: 'from',
  until: 'until',
  end: 'until',
  enddate: 'until',
  to: 'until',
  listed: 'listed',
  ownerlisted: 'listed',
  sanctioned: 'listed',
  blocked: 'listed',
} // prettier-ignore

/**
 * Links of a CSV file with a header: `owner`, `asset`, and where known `percentage` (`50`, `25-50`, `>75`; empty is
 * unknown), `kind` (`control` or `share`), `from`, `until` (ISO dates), `listed` (`yes` where the owner is listed).
 * @throws {InputError} where the header has no owner and asset
 */
export async function readLinks(bytes: Bytes): Promise<LinksFile> {
  const links: OwnershipLink[] = []
  const listed = new Set<string>()
  const rejects: Reject[] = []
  let columns: (string | undefined)[] = []
  const onHeader = (header: readonly string[]) => {
    columns = header.map((name) => headers[headerKey(name)])
    if (columns.includes('owner') && columns.includes('asset')) return
    throw new InputError('FORMATS_UNKNOWN', {
      expected:
        'a header with the columns owner and asset, and percentage, kind, from, until, listed where known',
      found: header.join(', ').slice(0, 200) || 'an empty file',
      where: 'line 1',
      remedy: 'Name the columns so.',
    })
  }
  for await (const batch of readCsv(decompress(bytes), { onHeader })) {
    rejects.push(...batch.rejects)
    for (const { fields, line } of batch.records) {
      const cells: Record<string, string> = {}
      columns.forEach((name, at) => {
        if (name) cells[name] = fields[at]?.trim() ?? ''
      })
      const link = linkOf(cells)
      if (typeof link === 'string')
        rejects.push({ where: `line ${line}`, reason: link, excerpt: excerptOf(fields.join(',')) })
      else {
        links.push({ ...link, id: `line ${line}` })
        if (/^(y|yes|true|1|listed)$/i.test(cells.listed ?? '')) listed.add(link.owner)
      }
    }
  }
  return { links, listed, rejects }
}

const isoDate = /^\d{4}(-\d{2}(-\d{2})?)?$/

/** The link of a row, or why there is none. */
function linkOf({ owner, asset, share, kind, from, until }: Record<string, string>): OwnershipLink | string {
  if (!owner || !asset) return 'no owner or no asset'
  if ([from, until].some((date) => date && !isoDate.test(date)))
    return 'a date that is not of the form 2025-09-03'
  const period = { ...(from && { from }), ...(until && { until }) }
  if (/control/i.test(kind ?? '')) return { owner, asset, kind: 'control', ...period }
  const read = share ? parseShare(share) : unknownShare
  return read
    ? { owner, asset, kind: 'share', share: read, ...period }
    : `a share that can't be read: ${share}`
}
