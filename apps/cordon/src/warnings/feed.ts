import { isoSeconds } from '@cordon/model'
import type { WarningItem } from '../store/index.ts'
import { addressOf } from './message.ts'

/** Most entries of a feed. */
export const feedEntries = 100

/** What a feed says of itself. */
export interface FeedHead {
  readonly account: string
  /** Under which address the console is opened, without a slash at its end. */
  readonly publicUrl: string
}

// XML 1.0 holds no other control characters, whatever they are written as.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a reader
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const xml = (text: string) =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const host = (url: string) => new URL(url).host
const idOf = ({ publicUrl }: FeedHead, { id, occurrence }: WarningItem) =>
  `tag:${host(publicUrl).replace(/:.*/, '')},${isoSeconds(occurrence.at).slice(0, 10)}:${id}`
const latest = (items: readonly WarningItem[]) => Math.max(0, ...items.map(({ occurrence }) => occurrence.at))

/** A feed of warnings in Atom (RFC 4287), the latest first. */
export function atomFeed(head: FeedHead, items: readonly WarningItem[]): string {
  const entries = items.map((item) => {
    const { occurrence: one } = item
    return `  <entry>
    <id>${xml(idOf(head, item))}</id>
    <title>${xml(one.title)}</title>
    <updated>${isoSeconds(one.at)}</updated>
    <link href="${xml(addressOf(head, one.path))}"/>
    <category term="${one.severity}"/>
    <rights>${xml(one.marking)}</rights>
    <content type="text">${xml(one.text)}</content>
  </entry>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:${xml(host(head.publicUrl).replace(/:.*/, ''))},2026:warnings/${xml(encodeURIComponent(head.account))}</id>
  <title>Cordon: warnings</title>
  <updated>${isoSeconds(latest(items))}</updated>
  <author><name>Cordon</name></author>
  <link href="${xml(head.publicUrl)}/warnings"/>
${entries.join('')}</feed>
`
}

/** The same in RSS 2.0. */
export function rssFeed(head: FeedHead, items: readonly WarningItem[]): string {
  const entries = items.map((item) => {
    const { occurrence: one } = item
    return `    <item>
      <guid isPermaLink="false">${xml(idOf(head, item))}</guid>
      <title>${xml(one.title)}</title>
      <pubDate>${new Date(one.at).toUTCString()}</pubDate>
      <link>${xml(addressOf(head, one.path))}</link>
      <category>${one.severity}</category>
      <description>${xml(one.text)}</description>
    </item>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>Cordon: warnings</title>
    <link>${xml(head.publicUrl)}/warnings</link>
    <description>What the rules of your institution's Cordon tell you of</description>
${entries.join('')}  </channel>
</rss>
`
}
