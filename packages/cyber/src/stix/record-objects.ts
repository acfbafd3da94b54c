import type { LogRecord } from '../records/record.ts'
import type { Objects } from './compare.ts'
import * as host from './host-objects.ts'
import * as network from './network-objects.ts'
import { Observables } from './observables.ts'

/**
 * The cyber observables (STIX 2.1, part 6) that a log record tells of: processes with their image, parent and user, files
 * and hashes, addresses, names, connections with their HTTP request, pages, mail, registry keys, services, accounts,
 * mutexes, certificates. Texts are lower-cased, for logs write names in any case; members keep the names of the
 * specification, hashes stand under each of their names (`SHA-256`, `SHA256`).
 */
export function recordObjects(record: LogRecord): Objects {
  const found = new Observables(record)
  host.processes(found)
  host.files(found)
  network.traffic(found)
  network.names(found)
  network.mail(found)
  host.registry(found)
  host.accounts(found)
  host.things(found)
  network.certificates(found)
  return found.objects
}
