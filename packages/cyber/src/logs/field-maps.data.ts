import type { CategoryView } from '../records/record.ts'

type Names = Readonly<Record<string, string>>
type Aliases = Readonly<Record<string, readonly string[]>>

/** Names that the categories of Sigma's taxonomy (appendix 2.1, "Generic", "Network") have in Zeek's logs. */
const zeekConnection: Names = {
  src_ip: 'id.orig_h',
  src_port: 'id.orig_p',
  dst_ip: 'id.resp_h',
  dst_port: 'id.resp_p',
  SourceIp: 'id.orig_h',
  SourcePort: 'id.orig_p',
  DestinationIp: 'id.resp_h',
  DestinationPort: 'id.resp_p',
}
const zeekHttp: Names = {
  ...zeekConnection,
  'c-uri': 'uri',
  'c-uri-stem': 'uri',
  'cs-uri': 'uri',
  'cs-uri-stem': 'uri',
  'cs-uri-query': 'uri',
  'c-useragent': 'user_agent',
  'cs-user-agent': 'user_agent',
  'cs-host': 'host',
  'cs-method': 'method',
  'cs-referer': 'referrer',
  'cs-referrer': 'referrer',
  'cs-username': 'username',
  'cs-version': 'version',
  'sc-status': 'status_code',
  'cs-bytes': 'request_body_len',
  'sc-bytes': 'response_body_len',
  'c-ip': 'id.orig_h',
  's-ip': 'id.resp_h',
}

/** Categories of each of Zeek's logs, by its path. */
export const zeekCategories: Readonly<Record<string, readonly CategoryView[]>> = {
  conn: [
    { name: 'firewall', fields: zeekConnection },
    { name: 'network_connection', fields: zeekConnection },
  ],
  dns: [{ name: 'dns', fields: { ...zeekConnection, answer: 'answers', record_type: 'qtype_name' } }],
  http: [
    { name: 'proxy', fields: zeekHttp },
    { name: 'webserver', fields: zeekHttp },
  ],
}

/** Names that Zeek's fields have where a writer could not keep the dots, or where rules use those of other logs. */
export const zeekAliases: Aliases = {
  'id.orig_h': ['id_orig_h', 'source.ip', 'src_ip'],
  'id.orig_p': ['id_orig_p', 'source.port', 'src_port'],
  'id.resp_h': ['id_resp_h', 'destination.ip', 'dst_ip', 'dest_ip'],
  'id.resp_p': ['id_resp_p', 'destination.port', 'dst_port', 'dest_port'],
  src_ip: ['id.orig_h', 'id_orig_h'],
  dst_ip: ['id.resp_h', 'id_resp_h'],
  src_port: ['id.orig_p', 'id_orig_p'],
  dst_port: ['id.resp_p', 'id_resp_p'],
  'c-uri': ['uri'],
  'c-useragent': ['user_agent'],
  'certificate.serial': ['certificate_serial'],
}

const eveConnection: Names = {
  dst_ip: 'dest_ip',
  dst_port: 'dest_port',
  SourceIp: 'src_ip',
  SourcePort: 'src_port',
  DestinationIp: 'dest_ip',
  DestinationPort: 'dest_port',
}
const eveHttp: Names = {
  ...eveConnection,
  'c-uri': 'http.url',
  'c-uri-stem': 'http.url',
  'cs-uri': 'http.url',
  'cs-uri-stem': 'http.url',
  'cs-uri-query': 'http.url',
  'c-useragent': 'http.http_user_agent',
  'cs-user-agent': 'http.http_user_agent',
  'cs-host': 'http.hostname',
  'cs-method': 'http.http_method',
  'cs-referer': 'http.http_refer',
  'cs-referrer': 'http.http_refer',
  'cs-version': 'http.protocol',
  'sc-status': 'http.status',
  'c-ip': 'src_ip',
  's-ip': 'dest_ip',
}

/** Categories of each of Suricata's event types. */
export const eveCategories: Readonly<Record<string, readonly CategoryView[]>> = {
  dns: [
    {
      name: 'dns',
      fields: { ...eveConnection, query: 'dns.rrname', record_type: 'dns.rrtype', answer: 'dns.rdata' },
    },
  ],
  http: [
    { name: 'proxy', fields: eveHttp },
    { name: 'webserver', fields: eveHttp },
  ],
  flow: [
    { name: 'firewall', fields: eveConnection },
    { name: 'network_connection', fields: eveConnection },
  ],
  netflow: [
    { name: 'firewall', fields: eveConnection },
    { name: 'network_connection', fields: eveConnection },
  ],
  alert: [{ name: 'ids', fields: eveConnection }],
}

/** Newer Suricatas name the queries of a DNS message in a list. */
export const eveAliases: Aliases = {
  'dns.rrname': ['dns.queries.rrname'],
  'dns.rrtype': ['dns.queries.rrtype'],
  'dns.rdata': ['dns.answers.rdata'],
  dst_ip: ['dest_ip'],
  dst_port: ['dest_port'],
}

/** Fields of web and proxy logs under the names of W3C's extended log format and those that rules use. */
export const webAliases: Aliases = {
  'c-useragent': ['cs-user-agent', 'cs(User-Agent)', 'user_agent'],
  'cs-user-agent': ['c-useragent', 'cs(User-Agent)', 'user_agent'],
  'cs-referer': ['cs-referrer', 'cs(Referer)'],
  'cs-referrer': ['cs-referer', 'cs(Referer)'],
  'cs-cookie': ['cs(Cookie)'],
  'cs-host': ['cs(Host)', 'r-dns'],
  'r-dns': ['cs-host', 'cs(Host)'],
  'c-uri': ['cs-uri', 'cs-url'],
  'cs-uri': ['c-uri', 'cs-url'],
  'c-uri-stem': ['cs-uri-stem', 'cs-uri-path'],
  'cs-uri-stem': ['c-uri-stem', 'cs-uri-path'],
  'c-uri-query': ['cs-uri-query'],
  'cs-uri-query': ['c-uri-query'],
  'c-uri-extension': ['cs-uri-extension'],
  'cs-content-type': ['rs(Content-Type)', 'sc-content-type', 'cs(Content-Type)'],
  src_ip: ['c-ip'],
  'c-ip': ['src_ip'],
  dst_ip: ['s-ip', 'r-ip'],
  dst_port: ['s-port', 'r-port'],
}

/** Keys of ArcSight's Common Event Format and of QRadar's LEEF under the names of Sigma's taxonomy. */
export const extensionAliases: Aliases = {
  src_ip: ['src', 'srcip', 'sourceAddress'],
  dst_ip: ['dst', 'dstip', 'destinationAddress'],
  src_port: ['spt', 'srcPort', 'srcport', 'sourcePort'],
  dst_port: ['dpt', 'dstPort', 'dstport', 'destinationPort'],
  username: ['suser', 'usrName', 'duser'],
  action: ['act'],
  'c-uri': ['request', 'url'],
  'cs-uri': ['request', 'url'],
  'cs-method': ['requestMethod', 'method'],
  'c-useragent': ['requestClientApplication', 'userAgent'],
  'cs-user-agent': ['requestClientApplication', 'userAgent'],
  'cs-host': ['dhost', 'destinationDnsDomain', 'host'],
  'cs-cookie': ['requestCookies'],
  'cs-referer': ['requestContext'],
  'sc-status': ['responseCode'],
  query: ['destinationDnsDomain', 'dhost', 'request', 'query'],
  Filename: ['filePath', 'fname'],
  Signature: ['cs1', 'virusName'],
  CommandLine: ['sproc', 'dproc'],
  Computer: ['dvchost', 'dhost'],
}

/** Flow records: their own names are those of Sigma's firewall category. */
export const flowAliases: Aliases = {
  SourceIp: ['src_ip'],
  SourcePort: ['src_port'],
  DestinationIp: ['dst_ip'],
  DestinationPort: ['dst_port'],
  'source.ip': ['src_ip'],
  'source.port': ['src_port'],
  'destination.ip': ['dst_ip'],
  'destination.port': ['dst_port'],
  'network.bytes': ['bytes'],
  'network.packets': ['packets'],
}
