import type { Instant } from '@cordon/model'
import type pg from 'pg'
import { type AccountLinks, accountLinks } from './account-links.ts'
import { type Accounts, accountStore } from './accounts.ts'
import { type ApiKeys, apiKeyStore } from './api-keys.ts'
import { type AttributionMatrices, matrixStore } from './attribution-matrices.ts'
import { type AuditLog, auditLog } from './audit.ts'
import { type Cases, caseStore } from './cases.ts'
import type { StoreConfig } from './config.ts'
import { type Database, type DatabaseOptions, inTransaction, openDatabase } from './database.ts'
import { type DrillRuns, drillRunStore } from './drill-runs.ts'
import { type Events, eventStore } from './events.ts'
import { type Findings, findingsStore } from './findings.ts'
import { type GraphRows, graphRows } from './graph-rows.ts'
import { type Identities, identityStore } from './identities.ts'
import { type ListFetches, listFetches } from './list-fetches.ts'
import { type Lists, listStore } from './list-versions.ts'
import { type ChangeListener, listenForChanges } from './listen.ts'
import { migrate } from './migrate.ts'
import { type PaymentStore, paymentStore } from './payments.ts'
import { type Profiles, profileStore } from './profiles.ts'
import { type SeaStore, seaStore } from './sea.ts'
import { type Sessions, sessionStore } from './sessions.ts'
import { type SettingsStore, settingsStore } from './settings.ts'
import { type SharingRows, sharingRows } from './sharing-rows.ts'
import { type SignIns, signInStore } from './sign-ins.ts'
import { type TaxiiStore, taxiiStore } from './taxii.ts'
import { type TaxiiFeeds, taxiiFeeds } from './taxii-feeds.ts'
import { type Threats, threatStore } from './threats.ts'
import { type Warnings, warningStore } from './warnings.ts'
import { type WatchedStore, watchedStore } from './watched.ts'

/** Everything Cordon keeps. */
export interface Store {
  readonly lists: Lists
  readonly listFetches: ListFetches
  readonly findings: Findings
  readonly cases: Cases
  readonly matrices: AttributionMatrices
  readonly audit: AuditLog
  readonly sea: SeaStore
  readonly threats: Threats
  readonly taxii: TaxiiStore
  readonly sharing: SharingRows
  readonly taxiiFeeds: TaxiiFeeds
  readonly identities: Identities
  readonly graph: GraphRows
  readonly watched: WatchedStore
  readonly events: Events
  readonly profiles: Profiles
  readonly settings: SettingsStore
  readonly payments: PaymentStore
  readonly drills: DrillRuns
  readonly accounts: Accounts
  readonly accountLinks: AccountLinks
  readonly sessions: Sessions
  readonly apiKeys: ApiKeys
  readonly signIns: SignIns
  readonly warnings: Warnings
  readonly database: Database
  /** The store's clock. */
  readonly now: () => Instant
  /** Runs work in one transaction: for changes over several parts of the store. */
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  /**
   * Tells of changes by any process: a version of a list that answers now, findings that came or were decided,
   * threat intelligence that was imported, what is held to be one, an event, the progress of work.
   * After a broken connection it listens again and tells of all, since something may have been missed.
   * @returns a function that ends it
   */
  onChange(listener: ChangeListener): Promise<() => Promise<void>>
  /**
   * Ends all connections. An embedded server that nobody else uses is stopped some seconds later, or with
   * `stopIfLast` at once.
   */
  close(options?: { readonly stopIfLast?: boolean }): Promise<void>
}

/** What a store is opened with. */
export interface StoreOptions extends DatabaseOptions {
  /** Default: the system's clock. */
  readonly now?: () => Instant
}

/**
 * Opens the store: starts or joins the server and brings the tables up to date.
 * @throws CordonError, see `openDatabase` and `migrate`
 */
export async function openStore(config: StoreConfig, options: StoreOptions = {}): Promise<Store> {
  const now = options.now ?? Date.now
  const database = await openDatabase(config, options)
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  const { pool } = database
  const transaction: Store['transaction'] = (work) => inTransaction(pool, work)
  const accounts = accountStore(pool, transaction, now)
  const payments = paymentStore(pool, transaction, now)
  return {
    lists: listStore(pool, transaction, now),
    listFetches: listFetches(pool),
    findings: findingsStore(pool, transaction, now),
    cases: caseStore(pool, transaction, now),
    matrices: matrixStore(pool, transaction, now),
    audit: auditLog(pool, transaction, now),
    sea: seaStore(pool, transaction),
    threats: threatStore(pool, transaction, now),
    taxii: taxiiStore(pool, transaction, now),
    taxiiFeeds: taxiiFeeds(pool, transaction, now),
    identities: identityStore(pool, transaction, now),
    graph: graphRows(pool),
    watched: watchedStore(pool),
    events: eventStore(pool),
    profiles: profileStore(pool, transaction, now),
    settings: settingsStore(pool, transaction, now),
    payments,
    sharing: sharingRows(pool, payments),
    drills: drillRunStore(pool, transaction, now),
    accounts,
    accountLinks: accountLinks(pool, transaction, accounts, now),
    sessions: sessionStore(pool, transaction, now),
    apiKeys: apiKeyStore(pool, transaction, now),
    signIns: signInStore(pool, transaction, now),
    warnings: warningStore(pool, transaction, now),
    database,
    now,
    transaction,
    onChange: (listener) => listenForChanges(database, listener),
    close: (how) => database.close(how),
  }
}
