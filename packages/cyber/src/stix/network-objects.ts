import type { Observable, Observables } from './observables.ts'
import { listOf, numberOf } from './record-values.ts'

/** A connection, its ends, its HTTP request. */
export function traffic(o: Observables): void {
  const { fields } = o.record
  const from = o.address(
    o.text(
      'src_ip',
      'SourceIp',
      'SourceAddress',
      'id.orig_h',
      'source.ip',
      'c-ip',
      'IpAddress',
      'sourceIPAddress',
    ),
  )
  const to = o.address(
    o.text('dst_ip', 'DestinationIp', 'DestAddress', 'dest_ip', 'id.resp_h', 'destination.ip', 's-ip'),
  )
  const named = o.domain(
    o.text(
      'DestinationHostname',
      'cs-host',
      'http.hostname',
      'tls.sni',
      'server_name',
      'url.domain',
      'host',
      'r-dns',
    ),
  )
  const request = requestOf(o)
  if (!from && !to && !request) return
  const traffic: Observable = {
    type: 'network-traffic',
    ...o.some('src_ref', from),
    ...o.some('dst_ref', to),
    ...o.some('src_port', o.port('src_port', 'SourcePort', 'id.orig_p', 'source.port')),
    ...o.some(
      'dst_port',
      o.port('dst_port', 'DestinationPort', 'DestPort', 'dest_port', 'id.resp_p', 'destination.port'),
    ),
    protocols: protocols(o, request !== undefined),
    ...o.some(
      'src_byte_count',
      numberOf(o.value('orig_bytes') ?? o.value('flow.bytes_toserver') ?? fields['cs-bytes'] ?? fields.bytes),
    ),
    ...o.some(
      'dst_byte_count',
      numberOf(o.value('resp_bytes') ?? o.value('flow.bytes_toclient') ?? fields['sc-bytes']),
    ),
    ...(request && { extensions: { 'http-request-ext': request } }),
  }
  o.add(traffic)
  // Exports of MISP ask for the name as the traffic's end.
  if (named) o.add({ ...traffic, dst_ref: named })
}

/** Names that were asked for, pages. */
export function names(o: Observables): void {
  const asked = o.text('QueryName', 'dns.rrname', 'query', 'dns.question.name')
  const domain = o.domain(asked)
  const answers = o.value('answers') ?? o.value('dns.rdata') ?? o.value('QueryResults')
  const refs = listOf(answers).flatMap((one) => o.address(one.replace(/^::ffff:/, '')) ?? [])
  if (domain && refs.length > 0) o.objects.get(domain)!.resolves_to_refs = refs
  const url = o.text('url.full', 'url.original', 'request_url')
  const [uri, host] = [
    o.text('c-uri', 'cs-uri', 'http.url', 'uri', 'cs-uri-stem', 'request'),
    o.text('cs-host', 'http.hostname', 'host', 'r-dns'),
  ]
  const written = url ?? (uri !== undefined && /^[a-z]+:\/\//i.test(uri) ? uri : undefined)
  if (written !== undefined) o.add({ type: 'url', value: written })
  else if (uri !== undefined && host !== undefined && uri.startsWith('/'))
    for (const scheme of ['http', 'https']) o.add({ type: 'url', value: `${scheme}://${host}${uri}` })
}

/** A mail. */
export function mail(o: Observables): void {
  const from = o.email(
    o.text(
      'mailfrom',
      'email.from.address',
      'email.from',
      'smtp.mail_from',
      'from',
      'SenderAddress',
      'sender',
    ),
  )
  const to = listOf(
    o.value('to') ??
      o.value('rcptto') ??
      o.value('email.to') ??
      o.value('RecipientAddress') ??
      o.value('recipient'),
  ).flatMap((one) => o.email(one) ?? [])
  const subject = o.text('subject', 'email.subject', 'Subject')
  if (!from && to.length === 0) return
  o.add({
    type: 'email-message',
    ...o.some('from_ref', from),
    ...o.some('sender_ref', from),
    ...(to.length > 0 && { to_refs: to }),
    ...o.some('subject', subject),
  })
}

/** A certificate that was shown. */
export function certificates(o: Observables): void {
  const serial = o.text('certificate.serial', 'tls.serial')
  const subject = o.text('certificate.subject', 'tls.subject')
  if (serial === undefined && subject === undefined) return
  o.add({
    type: 'x509-certificate',
    ...o.some('serial_number', serial),
    ...o.some('subject', subject),
    ...o.some('issuer', o.text('certificate.issuer', 'tls.issuerdn')),
    ...o.some('hashes', fingerprint(o.text('tls.fingerprint', 'fingerprint'))),
  })
}

function requestOf(o: Observables): Observable | undefined {
  const method = o.text('cs-method', 'http.http_method', 'method', 'requestMethod')
  const agent = o.text(
    'c-useragent',
    'cs-user-agent',
    'http.http_user_agent',
    'user_agent',
    'user_agent.original',
  )
  const value = o.text('c-uri', 'http.url', 'uri', 'cs-uri-stem', 'cs-uri-query')
  if (method === undefined && agent === undefined) return undefined
  return {
    ...o.some('request_method', method),
    ...o.some('request_value', value),
    request_header: {
      ...o.some('User-Agent', agent),
      ...o.some('Host', o.text('cs-host', 'http.hostname', 'host')),
      ...o.some('Referer', o.text('cs-referer', 'http.http_refer', 'referrer')),
    },
  }
}

function protocols(o: Observables, isHttp: boolean): string[] {
  const named = ['proto', 'Protocol', 'protocol', 'service', 'app_proto'].flatMap(
    (name) => o.text(name) ?? [],
  )
  const numbers: Record<string, string> = { 1: 'icmp', 6: 'tcp', 17: 'udp', 58: 'ipv6-icmp' }
  return [...new Set([...named.map((one) => numbers[one] ?? one), ...(isHttp ? ['tcp', 'http'] : [])])]
}

function fingerprint(text: string | undefined): Observable | undefined {
  const hex = text?.replaceAll(':', '')
  return hex !== undefined && /^[0-9a-f]{40}$/.test(hex) ? { 'SHA-1': hex, SHA1: hex } : undefined
}
