import type { CategoryView, LogRecord } from '../records/record.ts'
import { parseTime } from '../records/time.ts'
import type { WindowsRecords } from '../records/windows.ts'
import type { ClassBook } from './class-book.ts'
import type { ExtensionLine } from './extension-format.ts'
import { extensionAliases } from './field-maps.data.ts'
import type { SyslogLine } from './syslog.ts'

/** Products whose name in Sigma is not that of the vendor. */
const products: readonly [test: RegExp, product: string, services: readonly string[]][] = [
  [/^fortinet/i, 'fortigate', ['event', 'traffic', 'utm']],
  [/^palo alto/i, 'paloalto', ['globalprotect']],
  [/^cisco/i, 'cisco', ['aaa', 'syslog']],
  [/^microsoft/i, 'windows', []],
]

/** A line of CEF or LEEF as a record. What looks like firewall, proxy, name service or antivirus is seen by their rules. */
export function extensionRecord(
  line: ExtensionLine,
  envelope: SyslogLine | undefined,
  where: string,
  book: ClassBook,
  windows: WindowsRecords,
): LogRecord {
  const { vendor, product, id, fields } = line
  const time = parseTime(fields.rt ?? fields.end ?? fields.start ?? fields.devTime) ?? envelope?.time
  const host = fields.dvchost ?? fields.shost ?? fields.identHostName ?? envelope?.host ?? fields.dvc
  const named = {
    ...fields,
    DeviceVendor: vendor,
    DeviceProduct: product,
    DeviceEventClassID: id,
    ...(line.name !== undefined && { Name: line.name }),
    ...(line.severity !== undefined && { Severity: line.severity }),
  }
  const event = /^(.+):(\d{1,5})$/.exec(id)
  if (/^microsoft/i.test(vendor) && event && /windows|sysmon/i.test(product)) {
    const channel = /sysmon/i.test(event[1]!)
      ? 'Microsoft-Windows-Sysmon/Operational'
      : (fields.cs1 ?? 'Security')
    return windows.fromFlat(
      {
        ...named,
        EventID: event[2],
        Channel: channel,
        Provider_Name: event[1],
        Computer: host,
        '@timestamp': time,
      },
      where,
    )
  }
  const categories = categoriesOf(named)
  const [, sigma = product.toLowerCase(), services = []] = products.find(([test]) => test.test(vendor)) ?? []
  const key = `${line.format}\0${vendor}\0${product}\0${categories.map(({ name }) => name).join()}`
  return {
    class: book.of(key, () => ({ product: sigma, services, categories, aliases: extensionAliases })),
    fields: named,
    where,
    ...(time !== undefined && { time }),
    ...(host !== undefined && { host: host.toLowerCase() }),
  }
}

function categoriesOf(fields: Readonly<Record<string, string>>): CategoryView[] {
  const names: string[] = []
  if (fields.request !== undefined || fields.url !== undefined) names.push('proxy')
  if (fields.src !== undefined && fields.dst !== undefined) names.push('firewall')
  if (fields.destinationDnsDomain !== undefined || fields.query !== undefined) names.push('dns')
  if (fields.virusName !== undefined || /virus|malware/i.test(fields.Name ?? '')) names.push('antivirus')
  return names.map((name) => ({ name }))
}
