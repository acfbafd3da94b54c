import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { CordonError } from '@cordon/model'

/** Addresses that are not of the public internet (RFC 6890 and its successors): no publisher's list lies there. */
const privateRanges = new BlockList()
for (const [range, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  privateRanges.addSubnet(range, bits, 'ipv4')
for (const [range, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateRanges.addSubnet(range, bits, 'ipv6')

/** Whether an IP address is private, local or reserved; one of IPv4 inside IPv6 counts as what it holds. */
export function isPrivateAddress(address: string): boolean {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (embedded) return isPrivateAddress(embedded)
  if (/^::ffff:/i.test(address)) return true
  const family = isIP(address)
  return family === 0 || privateRanges.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/**
 * Refuses an address of the web that is none of http or https, carries a password, or names a private address outright.
 * @throws CordonError CORDON_FETCH_ADDRESS
 */
export function checkUrl(url: URL, allowPrivate: boolean): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(url, `the scheme ${url.protocol}`)
  if (url.username || url.password) throw refused(url, 'a name or password in the address')
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host))
    throw refused(url, `the private address ${host}`)
}

/** Resolves names as `dns.lookup` does, and refuses those that lead to a private address: asked at the time of the connection, so that no later answer slips by. */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (host, options, done) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      const found = addresses?.find(({ address }) => !allowPrivate && isPrivateAddress(address))
      if (error) done(error, '')
      else if (found) done(refused(new URL(`http://${host}`), `the private address ${found.address}`), '')
      else if (options.all) done(null, addresses)
      else done(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

function refused(url: URL, found: string): CordonError & NodeJS.ErrnoException {
  return new CordonError({
    code: 'CORDON_FETCH_ADDRESS',
    expected: 'a public http or https address',
    found,
    where: `${url.protocol}//${url.host}`,
    remedy:
      'If it lies inside your own network, say so: `allow_private: true` for a list in lists.yaml, --allow-private for a TAXII server, the switch of a rule for a webhook.',
  })
}
