import type { IndicatorKind } from '@cordon/model'

/**
 * Fields of the log sources Cordon reads, lower-cased, and what kinds their whole value may be. Sysmon and Windows
 * events, Zeek, Suricata EVE, ECS, W3C and NCSA web logs, AWS, Azure, Okta. A field that is not here is read as text.
 */
const addresses: readonly IndicatorKind[] = ['ipv4', 'ipv6']
const hosts: readonly IndicatorKind[] = ['domain', 'ipv4', 'ipv6']
const urls: readonly IndicatorKind[] = ['url']
const paths: readonly IndicatorKind[] = ['file-path', 'file-name']
const agents: readonly IndicatorKind[] = ['user-agent']
const keys: readonly IndicatorKind[] = ['registry-key']
const mail: readonly IndicatorKind[] = ['email']
const ja3: readonly IndicatorKind[] = ['ja3']
const ja4: readonly IndicatorKind[] = ['ja4']
const mutexes: readonly IndicatorKind[] = ['mutex']

const names: readonly (readonly [readonly IndicatorKind[], string])[] = [
  [
    addresses,
    'sourceip destinationip ipaddress sourceaddress destaddress clientaddress src_ip dest_ip srcip dstip dst_ip src dst id.orig_h id.resp_h source.ip destination.ip client.ip server.ip host.ip c-ip s-ip clientip remote_addr sourceipaddress calleripaddress ipaddr client.ipaddress tx_hosts rx_hosts peer_ip network.client.ip',
  ],
  [
    hosts,
    'queryname query dns.rrname rrname dns.question.name destinationhostname server_name tls.sni sni host http.hostname hostname_requested cs-host url.domain destination.domain destination.address http_host',
  ],
  [urls, 'url url.full url.original http.url request_url c-uri r-url uri_full'],
  [
    paths,
    'image parentimage imageloaded targetfilename sourceimage targetimage filename fileinfo.filename file.path file.name process.executable originalfilename imagepath servicefilename newprocessname parentprocessname processname exe path file_name objectname',
  ],
  [
    agents,
    'user_agent useragent http.http_user_agent http_user_agent cs-user-agent cs(user-agent) user_agent.original c-useragent agent client.useragent.rawuseragent',
  ],
  [keys, 'targetobject registry.path registrykey objectvaluename'],
  [
    mail,
    'from to cc sender recipient mailfrom rcptto rcpt_to smtp.mail_from smtp.rcpt_to email.from email.to email.from.address email.to.address x-originating-mail',
  ],
  [ja3, 'ja3 ja3s ja3.hash ja3s.hash tls.ja3.hash tls.ja3s.hash tls.client.ja3 tls.server.ja3s ja3_hash'],
  [ja4, 'ja4 ja4s ja4h tls.ja4 tls.client.ja4'],
  [mutexes, 'mutex mutexname mutantname'],
]

/** Kinds by field name, lower-cased. */
export const fieldKinds: ReadonlyMap<string, readonly IndicatorKind[]> = new Map(
  names.flatMap(([kinds, fields]) => fields.split(' ').map((field) => [field, kinds] as const)),
)

/** Fields that hold a host and those beside them that hold its port. */
export const portFields: readonly (readonly [string, string])[] = [
  ['DestinationIp', 'DestinationPort'],
  ['SourceIp', 'SourcePort'],
  ['DestAddress', 'DestPort'],
  ['dest_ip', 'dest_port'],
  ['src_ip', 'src_port'],
  ['id.resp_h', 'id.resp_p'],
  ['id.orig_h', 'id.orig_p'],
  ['dst_ip', 'dst_port'],
  ['dst', 'dpt'],
  ['destination.ip', 'destination.port'],
  ['source.ip', 'source.port'],
]
